import { describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { acceptReply } from "#app/replies/answers.server.ts";
import * as everywhere from "#app/routes/search/everywhere.tsx";
import * as inOne from "#app/routes/search/in-course.tsx";
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

const cast = useCast();

/** With the fields of the form; both pages must find the same. */
async function search(by: Person | null, fields: Record<string, string>) {
	await runJobs();
	const query = `/search?${new URLSearchParams(fields)}`;
	const [all, one] = await Promise.all([
		load(everywhere.loader, { by, path: query, params: {} }),
		load(inOne.loader, { by, ...inCourse(query) }),
	]);
	const places = all.found.map(({ href }) => href.replace(/.*course\//, ""));
	expect(one.found.map(({ href }) => href.replace(/.*course\//, ""))).toEqual(
		places,
	);
	const ignored = all.ignored.map(({ what, text }) => `${what} ${text}`);
	expect(one.ignored).toEqual(all.ignored);
	return { places, ignored, isAsked: all.isAsked };
}

const places = async (q: string, by: Person | null = null) =>
	(await search(by, { q })).places.toSorted();

describe("a search is narrowed", () => {
	it("to a lesson, by its number or a word of its title, also in a field", async () => {
		const { course } = cast;
		const write = (title: string) =>
			makeLesson(course, { title, source: "头。\n\n银杏落叶。" });
		await write("秋天的树");
		const second = await write("冬天的树");
		const found = [`lessons/${second.number}#block-4`];
		for (const q of ["银杏 课:2", "银杏 lesson:2", "课：冬天 银杏"])
			expect(await places(q), q).toEqual(found);
		for (const lesson of ["2", "冬天"])
			expect(await search(null, { q: "银杏", lesson })).toEqual({
				...{ places: found, ignored: [], isAsked: true },
			});
	});

	it("to what a person wrote, by name or handle, with no word or some", async () => {
		const { course, learner, other } = cast;
		const topic = await makeThread(course, other, { title: "银杏的叶子" });
		const { id } = await makeReply(course, topic.id, learner, {
			body: "银杏变黄。",
		});
		const found = [`replies/${id}`];
		for (const author of [
			...[learner.name, learner.handle, `@${learner.handle}`],
			learner.handle.toUpperCase(),
		]) {
			expect(await places(`银杏 作者:"${author}"`), author).toEqual(found);
			expect(await places(`作者:"${author}"`), author).toEqual(found);
		}
		const { places: both } = await search(null, {
			...{ q: `银杏 作者:"${learner.name}"`, author: other.handle },
		});
		expect(both).toHaveLength(2);
	});

	it("to a person who is known from an import alone", async () => {
		const { course, learner } = cast;
		const topic = await makeThread(course, learner);
		const { id } = await makeReply(course, topic.id, learner, {
			body: "银杏变黄。",
		});
		await sql`UPDATE replies SET author_id = NULL, imported_name = '树下人', imported_on = '2020-05-01' WHERE id = ${id}`;
		expect(await places("银杏 作者:树下人")).toEqual([`replies/${id}`]);
		expect(await places("银杏 作者:树下人 至:2020-04-30")).toEqual([]);
		expect(await places("银杏 自:2020-05-01 至:2020-05-01")).toHaveLength(1);
	});

	it("to a kind, a state of questions, and what has a note", async () => {
		const { course, learner, instructor } = cast;
		const lesson = await makeLesson(course, {
			source: "头。\n\n银杏落叶。\n\n银杏开花。",
		});
		const topic = await makeThread(course, learner, { title: "银杏一" });
		const asked = await makeThread(course, learner, {
			...{ kind: "question", title: "银杏二" },
		});
		const answered = await makeThread(course, learner, {
			...{ kind: "question", title: "银杏三" },
		});
		const answer = await makeReply(course, answered.id, instructor, {
			body: "水杉。",
		});
		await acceptReply(answer, { by: learner, course, accepted: true });
		const under = { id: lesson.threadId };
		const reply = await makeReply(course, under.id, learner, { body: "银杏" });
		await makeNote(course, { ...reply, threadId: under.id }, instructor, {
			...{ blockId: 2, shortForm: "银杏是树" },
		});
		const at = ({ number }: { number: number }) => `threads/${number}`;
		expect(await places("银杏 种类:课文")).toHaveLength(2);
		expect(await places("银杏 kind:question")).toEqual(
			[at(asked), at(answered)].toSorted(),
		);
		expect(await places("银杏 种类:话题")).toEqual([at(topic)]);
		expect(await places("银杏 种类:话题 种类:课文")).toHaveLength(3);
		expect(await places("银杏 is:waiting")).toEqual([at(asked)]);
		expect(await places("银杏 状态：已回答")).toEqual([at(answered)]);
		const noted = await places("银杏 有批注 种类:课文");
		expect(noted).toEqual([`lessons/${lesson.number}#block-2`]);
		expect(
			(await search(null, { q: "银杏", has: "note", kind: "block" })).places,
		).toEqual(noted);
	});

	it("to days of the reader's time zone", async () => {
		const { course, learner } = cast;
		const { number } = await makeThread(course, learner, { title: "银杏" });
		await sql`UPDATE threads SET created_at = '2026-03-14T17:00:00Z' WHERE number = ${number}`;
		const found = [`threads/${number}`];
		for (const q of [
			...["银杏 自:2026-03-15", "银杏 至:2026-03-15", "银杏 自:2026-03"],
			...["银杏 after:2026 before:2026", "银杏 自:2026-03-15 至:2026-03-15"],
		])
			expect(await places(q), q).toEqual(found);
		for (const q of ["银杏 至:2026-03-14", "银杏 自:2026-03-16"])
			expect(await places(q), q).toEqual([]);
		expect(
			(await search(null, { q: "银杏", from: "2026-03-16" })).places,
		).toEqual([]);
	});
});

it("what is not understood is named, and the rest is searched for", async () => {
	const { course, learner } = cast;
	const { number } = await makeThread(course, learner, { title: "银杏" });
	for (const [typed, what, text] of [
		["银杏 标签:树", "operator", "标签:树"],
		["银杏 自:昨天", "from", "昨天"],
		["银杏 before:2026-02-30", "to", "2026-02-30"],
		["银杏 课程:无此", "course", "无此"],
		["银杏 课:99", "lesson", "99"],
		["银杏 作者:无此人", "author", "无此人"],
		["银杏 种类:诗", "kind", "诗"],
		["银杏 is:happy", "state", "happy"],
		["银杏 has:wings", "has", "wings"],
	] as const)
		expect(await search(null, { q: typed }), typed).toEqual({
			...{ places: [`threads/${number}`], ignored: [`${what} ${text}`] },
			isAsked: true,
		});
	const fields = { kind: "诗", from: "0", lesson: "99", author: "\u0000'" };
	expect((await search(null, { q: "银杏", ...fields })).places).toHaveLength(1);
	expect(await search(null, { q: "", kind: "诗" })).toEqual({
		...{ places: [], ignored: ["kind 诗"], isAsked: false },
	});
	for (const q of [
		"-银杏 种类:话题",
		"作者:'; 课:(",
		"课:\\ 作者:%",
		"自: 至:",
	])
		await search(null, { q });
});

describe("conditions tell nothing that may not be known", () => {
	it("nobody finds an anonymous question or its asker's reply by the author", async () => {
		const { course, learner, instructor } = cast;
		const { id } = await makeThread(course, learner, {
			...{ kind: "question", title: "银杏", isAnonymous: true },
		});
		await makeReply(course, id, learner, { body: "还是银杏" });
		expect(await places("银杏")).toHaveLength(2);
		for (const by of [learner, instructor, cast.other, null])
			for (const q of [`银杏 作者:${learner.handle}`, `作者:${learner.handle}`])
				expect(await places(q, by)).toEqual([]);
	});

	it("a lesson that is not shown is unknown", async () => {
		const { course, learner, instructor } = cast;
		await makeThread(course, learner, { title: "银杏" });
		await makeLesson(course, { title: "水杉课", source: "雪松。" });
		await sql`UPDATE threads SET visibility = 'removed', hidden_at = now(), hidden_by_staff = true WHERE kind = 'lesson'`;
		const ignoredBy = async (by: Person | null, q: string) =>
			(await search(by, { q })).ignored;
		expect(await ignoredBy(null, "银杏 课:水杉")).toEqual(["lesson 水杉"]);
		expect(await ignoredBy(instructor, "银杏 课:水杉")).toEqual([]);
	});

	it("an imported name of a text that is held is unknown", async () => {
		const { course, learner } = cast;
		const topic = await makeThread(course, learner, { title: "银杏" });
		const { id } = await makeReply(course, topic.id, learner);
		await sql`UPDATE replies SET author_id = NULL, imported_name = '树下人', visibility = 'held', hidden_at = now(), hidden_by_staff = true, listed = false WHERE id = ${id}`;
		expect((await search(null, { q: "银杏 作者:树下人" })).ignored).toEqual([
			"author 树下人",
		]);
	});
});
