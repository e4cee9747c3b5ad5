import { describe, expect, it } from "vitest";
import { publishCourse } from "#app/courses/publishing.server.ts";
import { addTerm } from "#app/glossary/commands.server.ts";
import { publishLesson } from "#app/lessons/publishing.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { endorseReply, sayWord } from "#app/replies/answers.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import * as everywhere from "#app/routes/search/everywhere.tsx";
import * as inOne from "#app/routes/search/in-course.tsx";
import { removeThread } from "#app/threads/commands.server.ts";
import {
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { runJobs } from "#tests/support/jobs.ts";
import { inCourse, load } from "#tests/support/requests.ts";
import { makeThinking, THIRTY } from "#tests/support/thinking.ts";

const cast = useCast();

/** Both pages must find the same. */
async function search(by: Person | null, q: string) {
	await runJobs();
	const query = `/search?${new URLSearchParams({ q })}`;
	const [all, one] = await Promise.all([
		load(everywhere.loader, { by, path: query, params: {} }),
		load(inOne.loader, { by, ...inCourse(query) }),
	]);
	const { found, count } = all;
	expect(one.found.map(({ href }) => href)).toEqual(
		found.map(({ href }) => href),
	);
	expect([one.count, found.length]).toEqual([count, count]);
	return all;
}

const kinds = async (by: Person | null, q: string) =>
	(await search(by, q)).found.map(({ kind }) => kind);

const places = async (by: Person | null, q: string) =>
	(await search(by, q)).found.map(({ href }) => href);

const textOf = (marked: [string, boolean][]) =>
	marked.map(([text, isHit]) => (isHit ? `[${text}]` : text)).join("");

describe("a search", () => {
	it("leads to the paragraph, the thread, the reply, the note and the term", async () => {
		const { course, learner, instructor } = cast;
		const lesson = await makeLesson(course, { source: "头。\n\n银杏落叶。" });
		const thread = await makeThread(course, learner, { title: "银杏的叶子" });
		const reply = await makeReply(course, thread.id, learner, {
			body: "银杏秋天变黄。",
		});
		const pinned = { ...reply, threadId: thread.id };
		await makeNote(course, pinned, instructor, { shortForm: "银杏会黄" });
		const words = { source: "ginkgo", renderings: ["银杏"], meaning: "" };
		await addTerm({ by: instructor, course, words });
		expect((await places(null, "银杏")).toSorted()).toEqual([
			"/courses/course/glossary#term-1",
			`/courses/course/lessons/${lesson.number}#block-2`,
			`/courses/course/replies/${reply.id}`,
			`/courses/course/threads/${thread.number}`,
		]);
	});

	it("wants all words, phrases whole, and none that is left out", async () => {
		const { course, learner } = cast;
		const say = (title: string) => makeThread(course, learner, { title });
		await say("水杉与银杏");
		await say("银杏");
		await say("杏树和白银");
		const titles = async (q: string) =>
			(await search(null, q)).found
				.map(({ title }) => title.map(([text]) => text).join(""))
				.toSorted();
		expect(await titles("银杏 水杉")).toEqual(["水杉与银杏"]);
		expect(await titles("银杏 -水杉")).toEqual(["银杏"]);
		expect(await titles("银杏　－水杉")).toEqual(["银杏"]);
		for (const q of [
			'"与银杏"',
			"「与银杏」",
			"“与银杏”",
			"＂与银杏＂",
			"「与银杏",
		])
			expect(await titles(q), q).toEqual(["水杉与银杏"]);
		expect(await titles("杏")).toEqual(
			["杏树和白银", "水杉与银杏", "银杏"].toSorted(),
		);
		expect(await titles("銀杏 水杉")).toEqual(["水杉与银杏"]);
	});

	it("finds identifiers whole, in parts, and written otherwise", async () => {
		const { course, learner } = cast;
		await makeThread(course, learner, { title: "试试 text-davinci-002" });
		await makeThread(course, learner, { title: "GPT-3.5 与别的" });
		for (const q of ["text-davinci-002", "davinci", "002", "DAVINCI-002"])
			expect(await kinds(null, q), q).toEqual(["thread"]);
		for (const q of ["GPT-3.5", "gpt 3.5", "GPT3.5", "ＧＰＴ－３．５"])
			expect(await kinds(null, q), q).toEqual(["thread"]);
		expect(await kinds(null, "davinci-003")).toEqual([]);
	});

	it.each([
		...[
			"",
			" ",
			"-",
			"-银杏",
			"「」",
			'"',
			"!&|:*<->()",
			"银杏 & | !",
			"'",
			"\\",
			"a\u0000b",
		],
		...["：：", "作者:", "\ud800", "杏".repeat(5000), "a-".repeat(5000)],
	])("of %j is no error", async (q) => {
		expect((await search(null, q)).found).toEqual([]);
	});

	it("finds the other words of a term, and says so", async () => {
		const { course, instructor, learner } = cast;
		const words = {
			source: "Ginkgo tree",
			renderings: ["银杏", "白果树"],
			meaning: "",
		};
		await addTerm({ by: instructor, course, words });
		await makeThread(course, learner, { title: "银杏的叶子" });
		const { found, synonyms } = await search(null, "白果树");
		expect(found.map(({ kind }) => kind)).toEqual(["term", "thread"]);
		expect(synonyms).toEqual([
			{ word: "白果树", others: ["ginkgo tree", "银杏"] },
		]);
	});

	it("puts the phrase first, then endorsed answers, and never first what is wrong", async () => {
		const { course, learner, instructor: by } = cast;
		const { id } = await makeThread(course, learner);
		const say = (body: string) => makeReply(course, id, learner, { body });
		const wrong = await say("银杏 水杉 银杏 水杉");
		const plain = await say("水杉，然后是银杏");
		const endorsed = await say("水杉，后来是银杏");
		const phrase = await say("银杏水杉");
		await sayWord(wrong, { by, course, word: { kind: "wrong", text: "不对" } });
		await endorseReply(endorsed, { by, course, endorsed: true });
		expect(await places(null, "银杏 水杉")).toEqual(
			[phrase, endorsed, plain, wrong].map(
				({ id }) => `/courses/course/replies/${id}`,
			),
		);
	});

	it("shows the sentence of the hit, with the hit marked", async () => {
		const { course, learner } = cast;
		const { id } = await makeThread(course, learner);
		await makeReply(course, id, learner, {
			body: `${"先说别的。".repeat(40)}到了秋天，**銀杏**变黄。`,
		});
		const { found } = await search(null, "银杏");
		expect(found.map(({ excerpt }) => textOf(excerpt))).toEqual([
			"…到了秋天，[銀杏]变黄。",
		]);
	});

	it("shows pages of twenty, and the last one instead of one beyond", async () => {
		const { course, learner } = cast;
		for (let i = 0; i < 21; i++)
			await makeThread(course, learner, { title: `银杏 ${i}` });
		await runJobs();
		const at = (page: number) =>
			load(everywhere.loader, {
				by: null,
				path: `/search?q=银杏&page=${page}`,
				params: {},
			});
		const first = await at(1);
		expect([first.found.length, first.count, first.pages]).toEqual([20, 21, 2]);
		expect((await at(2)).found.length).toBe(1);
		await expect(at(3)).rejects.toMatchObject({ status: 302 });
	});
});

describe("what somebody may not read", () => {
	/** Who finds it, as a list of names of the cast and "visitor". */
	async function finders(q: string) {
		const { learner, other, assistant, instructor } = cast;
		const people = { learner, other, assistant, instructor, visitor: null };
		const found: string[] = [];
		for (const [name, by] of Object.entries(people))
			if ((await search(by, q)).count > 0) found.push(name);
		return found;
	}
	const ALL = ["learner", "other", "assistant", "instructor", "visitor"];
	const STAFF = ["assistant", "instructor"];

	it("is not found in a private question", async () => {
		const { course, learner, instructor } = cast;
		const { id } = await makeThread(course, learner, {
			...{ kind: "question", title: "银杏", body: "水杉", isPrivate: true },
		});
		await makeReply(course, id, instructor, { body: "雪松" });
		for (const q of ["银杏", "水杉", "雪松"])
			expect(await finders(q), q).toEqual(["learner", ...STAFF]);
	});

	it("is not the name of an anonymous asker", async () => {
		const { course, learner, other, instructor } = cast;
		const { id } = await makeThread(course, learner, {
			...{ kind: "question", title: "银杏", isAnonymous: true },
		});
		await makeReply(course, id, learner, { body: "又是银杏" });
		const names = async (by: Person | null) =>
			(await search(by, "银杏")).found.map(({ writer, isAnonymous }) => [
				writer,
				isAnonymous,
			]);
		for (const by of [other, null])
			expect(await names(by)).toEqual([
				[null, true],
				[null, true],
			]);
		for (const by of [learner, instructor])
			expect(await names(by)).toEqual([
				[learner.name, false],
				[learner.name, false],
			]);
		expect(await kinds(null, learner.name)).toEqual([]);
	});

	it("is not found in a write-first thread, before writing", async () => {
		const { course, learner } = cast;
		const question = await makeThinking(course, { writeFirst: true });
		await makeReply(course, question.id, learner, {
			body: `银杏 ${THIRTY}`,
		});
		expect(await finders("银杏")).toEqual(["learner", ...STAFF]);
		await makeReply(course, question.id, cast.other, { body: THIRTY });
		expect(await finders("银杏")).toEqual(["learner", "other", ...STAFF]);
	});

	it("is not found where it is removed or held", async () => {
		const { course, learner, instructor: by } = cast;
		const author = { authorId: learner.id };
		const thread = await makeThread(course, learner, { title: "银杏" });
		const topic = await makeThread(course, learner);
		const removed = await makeReply(course, topic.id, learner, {
			body: "水杉",
		});
		const held = await makeReply(course, topic.id, learner, { body: "雪松" });
		for (const q of ["银杏", "水杉", "雪松"])
			expect(await finders(q)).toEqual(ALL);
		await removeThread({ ...thread, ...author }, { by, course });
		await removeReply({ ...removed, ...author }, { by, course });
		await sql`UPDATE replies SET visibility = 'held', hidden_at = now(), hidden_by_staff = true, listed = false WHERE id = ${held.id}`;
		for (const q of ["银杏", "水杉", "雪松"])
			expect(await finders(q)).toEqual([]);
	});

	it("is not found in a lesson that is not shown", async () => {
		const { course, instructor: by } = cast;
		const lesson = await makeLesson(course, { source: "银杏。" });
		expect(await finders("银杏")).toEqual(ALL);
		await publishLesson(lesson, "hide", { by, course });
		expect(await finders("银杏")).toEqual(STAFF);
		await publishLesson(lesson, "remove", { by, course });
		expect(await finders("银杏")).toEqual([]);
	});

	it("is not found in a hidden course, nor counted", async () => {
		const { course, learner, instructor: by } = cast;
		await makeThread(course, learner, { title: "银杏" });
		await makeLesson(course, { source: "银杏。" });
		const words = { source: "ginkgo", renderings: ["银杏"], meaning: "" };
		await addTerm({ by, course, words });
		await runJobs();
		await publishCourse(course, "hide", { by });
		const of = (by: Person | null) =>
			load(everywhere.loader, { by, path: "/search?q=银杏", params: {} });
		for (const by of [learner, null]) {
			const { count, found, synonyms } = await of(by);
			expect({ count, found, synonyms }).toEqual({
				count: 0,
				found: [],
				synonyms: [],
			});
		}
		expect((await of(by)).count).toBe(3);
	});
});
