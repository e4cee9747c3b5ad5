import { beforeEach, expect, test } from "vitest";
import { addTerm } from "#app/glossary/commands.server.ts";
import { loader as everywhere } from "#app/routes/search/quick.ts";
import { loader as inOne } from "#app/routes/search/quick-in-course.ts";
import type { Named } from "#app/ui/late/quick-find.tsx";
import { zh } from "#app/words/zh.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { runJobs } from "#tests/support/jobs.ts";
import { inCourse, load } from "#tests/support/requests.ts";

const cast = useCast();

beforeEach(async () => {
	const { course, learner, other, instructor } = cast;
	const lesson = await makeLesson(course, {
		title: "落叶的道理",
		source: "## 银杏为何变黄\n\n银杏叶里的叶绿素先走。",
	});
	await makeReply(course, lesson.threadId, learner, { body: "银杏真好看。" });
	await makeThread(course, other, { kind: "question", title: "银杏怕冷吗？" });
	await makeThread(course, learner, {
		...{ kind: "question", title: "银杏的事只问老师", isPrivate: true },
	});
	const words = { source: "ginkgo", renderings: ["银杏"], meaning: "" };
	await addTerm({ by: instructor, course, words });
	await runJobs();
});

async function named(q: string, by: Person | null = null): Promise<Named[]> {
	const query = `?${new URLSearchParams({ q })}`;
	const answers = [
		await load(everywhere, {
			...{ by, path: `/search/quick${query}`, params: {} },
		}),
		await load(inOne, { by, ...inCourse(`/search/quick${query}`) }),
	] as unknown as Response[];
	const [all, here] = await Promise.all(
		answers.map(async (answer) => (await answer.json()).named as Named[]),
	);
	expect(all?.map(({ href }) => href)).toEqual(here?.map(({ href }) => href));
	return here ?? [];
}

const titles = async (q: string, by?: Person) =>
	(await named(q, by)).map(({ title }) => title).toSorted();

const SEEN = ["ginkgo · 银杏", "银杏为何变黄", "银杏怕冷吗？"];

test.each(["银杏", "銀杏", "yinxing", "yinxi", "yx"])(
	"headings, discussions and terms are found by their names, and no text: %s",
	async (typed) => expect(await titles(typed)).toEqual(SEEN),
);

test("a word that is not finished finds what begins with it", async () => {
	expect(await titles("gink")).toEqual(["ginkgo · 银杏"]);
	expect(await titles("落叶的")).toEqual(["落叶的道理"]);
	expect(await titles("叶绿素")).toEqual([]);
});

test("a beginning finds no text that has it, only names", async () => {
	await makeThread(cast.course, cast.other, {
		...{ title: "关于节奏", body: "A network of neurons." },
	});
	await runJobs();
	expect(await titles("ne")).toEqual([]);
});

test("each name says what it is, and leads there", async () => {
	const found = await named("银杏为何");
	expect(found).toMatchObject([
		{ kind: zh.search.kinds.block, place: ["落叶的道理"] },
	]);
	expect(found[0]?.href).toMatch(/^\/courses\/course\/lessons\/1#block-\d+$/);
	expect(await named("落叶")).toMatchObject([
		{ kind: zh.search.kinds.block, href: "/courses/course/lessons/1" },
	]);
});

test("a private question is named to its author and to staff alone", async () => {
	const all = [...SEEN, "银杏的事只问老师"].toSorted();
	expect(await titles("银杏", cast.learner)).toEqual(all);
	expect(await titles("银杏", cast.assistant)).toEqual(all);
	expect(await titles("银杏", cast.other)).toEqual(SEEN);
});

test.each(["", "。", '"', "'", "a&b|!", ":*", "\u0000", "课程:course"])(
	"nothing typed is an error: %j",
	async (typed) => expect(await named(typed)).toBeInstanceOf(Array),
);
