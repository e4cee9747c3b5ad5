import { beforeEach, describe, expect, it } from "vitest";
import { removeTerm } from "#app/glossary/commands.server.ts";
import { editLesson } from "#app/lessons/commands.server.ts";
import { unpinReply } from "#app/notes/commands.server.ts";
import { sql } from "#app/platform/db.server.ts";
import type { Failure } from "#app/platform/failure.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import * as edit from "#app/routes/glossary/edit.tsx";
import * as glossary from "#app/routes/glossary/index.tsx";
import * as added from "#app/routes/glossary/new.tsx";
import * as removal from "#app/routes/glossary/removal.tsx";
import * as pinRoute from "#app/routes/replies/pin.tsx";
import {
	makeCast,
	makeLesson,
	makeReply,
	makeThread,
	type Person,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { lessonAs } from "#tests/support/pages.ts";
import { type Args, ask, load } from "#tests/support/requests.ts";

const TERM = {
	source: "Emergent Ability",
	rendering: "涌现",
	otherRenderings: "突现、突现能力，突现",
	meaning: "整体有了部件身上没有的性质。",
};

let cast: Awaited<ReturnType<typeof makeCast>>;
let lesson: Awaited<ReturnType<typeof makeLesson>>;
let reply: { id: number };

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	lesson = await makeLesson(cast.course, {
		title: "规模",
		source: "开头。\n\n## 突现能力（Emergent Ability）\n\n也作涌现。",
	});
	reply = await makeReply(cast.course, lesson.threadId, cast.learner);
});

const pin = (
	form: Record<string, string>,
	id = reply.id,
	by = cast.assistant,
) =>
	ask<Failure>(pinRoute.action, {
		by,
		path: `/courses/course/replies/${id}/pin`,
		params: { course: "course", id: String(id) },
		form: { pinned: "true", kind: "term", shortForm: "", ...form },
	});

const pageAs = (by: Person | null) =>
	load(glossary.loader, {
		by,
		path: "/courses/course/glossary",
		params: { course: "course" },
	});

const act = (
	action: (args: Args) => unknown,
	form: Record<string, string>,
	by: Person = cast.assistant,
	id = 1,
) =>
	ask<Failure>(action, {
		by,
		path: `/courses/course/glossary/${id}/edit`,
		params: { course: "course", id: String(id) },
		form,
	});

const marksIn = async (number: number) =>
	(await lessonAs(null, number)).blocks.flatMap(({ html = "" }) =>
		[...html.matchAll(/<a class="term"[^>]*#term-(\d+)"[^>]*>([^<]*)/g)].map(
			([, id, word]) => `${word}=${id}`,
		),
	);

describe("a translation note with a term", () => {
	it("enters it into the glossary, with its lessons and the thread that decided it", async () => {
		const other = await makeLesson(cast.course, {
			title: "另一课",
			source: "说到突现。`涌现`",
		});
		await makeLesson(cast.course, { title: "无关", source: "`涌现`" });
		expect(await pin(TERM)).toMatchObject({ status: 302 });
		const { terms, canEdit } = await pageAs(null);
		expect(canEdit).toBe(false);
		expect(terms).toMatchObject([
			{
				source: "Emergent Ability",
				renderings: ["涌现", "突现", "突现能力"],
				meaning: TERM.meaning,
				lessons: [
					{ number: lesson.number, title: "规模" },
					{ number: other.number, title: "另一课" },
				],
				decidedIn: {
					threadNumber: lesson.threadNumber,
					replyId: reply.id,
					isPinned: true,
				},
				preferred: [{ rendering: "涌现", by: cast.assistant.name }],
			},
		]);
	});

	it("is marked at once in every lesson of the course, at its first appearance, and not in other courses", async () => {
		const other = await makeLesson(cast.course, { source: "突现，涌现。" });
		expect(await marksIn(lesson.number)).toEqual([]);
		await pin(TERM);
		expect(await marksIn(lesson.number)).toEqual(["突现能力=1"]);
		expect(await marksIn(other.number)).toEqual(["突现=1"]);
		const [heading] = (await lessonAs(null, lesson.number)).blocks.filter(
			({ kind }) => kind === "heading",
		);
		expect(heading?.text).toBe("突现能力（Emergent Ability）");
	});

	it("needs none: blank fields enter nothing, and other kinds of notes never do", async () => {
		await pin({ source: " ", rendering: "", otherRenderings: "\n" });
		await pin({ ...TERM, kind: "remark" });
		expect((await pageAs(null)).terms).toEqual([]);
	});

	it.each([
		[{ ...TERM, source: " " }, "source", "sourceEmpty"],
		[{ ...TERM, rendering: "" }, "rendering", "renderingEmpty"],
		[{ ...TERM, source: "长".repeat(61) }, "source", "wordLong"],
		[
			{ ...TERM, otherRenderings: `短、${"长".repeat(61)}` },
			"otherRenderings",
			"wordLong",
		],
		[
			{ ...TERM, otherRenderings: "1,2,3,4,5,6,7,8,9,10,11,12,13" },
			"otherRenderings",
			"renderingsMany",
		],
		[{ ...TERM, meaning: "长".repeat(301) }, "meaning", "meaningLong"],
	])(
		"answers %j with 422 at %s, and pins nothing",
		async (form, field, key) => {
			const { status, data } = await pin(form);
			expect(status).toBe(422);
			expect(data.errors).toEqual({ [field]: key });
			expect(data.values).toMatchObject(form);
			expect(
				await sql`SELECT 1 FROM pins UNION ALL SELECT 1 FROM terms`,
			).toEqual([]);
		},
	);

	it("refuses a word that another term has, in whatever case, and pins nothing", async () => {
		await act(added.action, { source: "emergence", rendering: "涌现" });
		for (const [form, field] of [
			[TERM, "rendering"],
			[
				{ ...TERM, rendering: "突现", otherRenderings: "涌现" },
				"otherRenderings",
			],
			[{ ...TERM, rendering: "EMERGENCE", otherRenderings: "" }, "rendering"],
		] as const)
			expect(await pin(form)).toMatchObject({
				status: 422,
				data: { errors: { [field]: "wordTaken" } },
			});
		expect(await sql`SELECT 1 FROM pins`).toEqual([]);
	});

	it("pinned again writes the same term anew, and another reply that names its source word decides it", async () => {
		await pin({ ...TERM, rendering: "突现", otherRenderings: "" });
		await pin(TERM);
		await pin(TERM);
		const second = await makeReply(cast.course, lesson.threadId, cast.other);
		await pin(
			{ ...TERM, source: "emergent ability" },
			second.id,
			cast.instructor,
		);
		expect((await pageAs(null)).terms).toMatchObject([
			{
				id: 1,
				source: "emergent ability",
				decidedIn: { replyId: second.id },
				preferred: [
					{ rendering: "涌现", by: cast.assistant.name },
					{ rendering: "突现", by: cast.assistant.name },
				],
			},
		]);
		expect(await sql`SELECT version FROM terms`).toEqual([{ version: 3 }]);
	});

	it("goes on to be a term when it is unpinned; its thread is told only to those who may see it", async () => {
		await pin(TERM);
		await unpinReply(reply, { course: cast.course });
		expect((await pageAs(null)).terms).toMatchObject([
			{ decidedIn: { replyId: reply.id, isPinned: false } },
		]);
		const secret = await makeThread(cast.course, cast.learner, {
			kind: "question",
		});
		const answer = await makeReply(cast.course, secret.id, cast.assistant);
		await pin(TERM, answer.id);
		await sql`UPDATE threads SET is_private = true WHERE id = ${secret.id}`;
		for (const [by, seen] of [
			[null, null],
			[cast.other, null],
			[cast.learner, { threadNumber: secret.number }],
			[cast.instructor, { threadNumber: secret.number }],
		] as const) {
			const [term] = (await pageAs(by)).terms;
			if (seen) expect(term?.decidedIn).toMatchObject(seen);
			else expect(term?.decidedIn).toBeNull();
		}
		await removeReply(
			{ ...answer, threadId: secret.id, authorId: cast.assistant.id },
			{ by: cast.assistant, course: cast.course },
		);
		expect((await pageAs(cast.instructor)).terms).toMatchObject([
			{ decidedIn: null, renderings: ["涌现", "突现", "突现能力"] },
		]);
	});
});

describe("a term", () => {
	beforeEach(() => pin(TERM));

	it("is edited by staff; who preferred what is kept", async () => {
		const form = {
			...TERM,
			rendering: "层创",
			otherRenderings: "涌现",
			version: "1",
		};
		expect(await act(edit.action, form, cast.learner)).toMatchObject({
			status: 403,
		});
		expect(await act(edit.action, form, cast.instructor)).toMatchObject({
			status: 302,
			location: "/courses/course/glossary#term-1",
		});
		await act(edit.action, { ...form, meaning: "", version: "2" });
		const [term] = (await pageAs(null)).terms;
		expect(term).toMatchObject({
			renderings: ["层创", "涌现"],
			meaning: "",
			preferred: [
				{ rendering: "层创", by: cast.instructor.name },
				{ rendering: "涌现", by: cast.assistant.name },
			],
		});
		expect(term?.preferred).toHaveLength(2);
		expect(await marksIn(lesson.number)).toEqual(["Emergent Ability=1"]);
	});

	it("that was edited meanwhile is not overwritten", async () => {
		await act(edit.action, { ...TERM, rendering: "层创", version: "1" });
		expect(
			await act(edit.action, { ...TERM, meaning: "别的。", version: "1" }),
		).toMatchObject({
			status: 409,
			data: {
				refusal: "staleEdit",
				values: { meaning: "别的。" },
				details: { version: 2, theirs: expect.stringContaining("层创") },
			},
		});
	});

	it("that is taken out leaves glossary and lessons, frees its words, and comes back", async () => {
		for (let i = 0; i < 2; i++)
			expect(await act(removal.action, { removed: "true" })).toMatchObject({
				status: 303,
			});
		expect(await marksIn(lesson.number)).toEqual([]);
		expect((await pageAs(cast.learner)).terms).toEqual([]);
		expect((await pageAs(cast.learner)).removed).toEqual([]);
		expect((await pageAs(cast.assistant)).removed).toMatchObject([{ id: 1 }]);
		expect(await act(edit.action, { ...TERM, version: "1" })).toMatchObject({
			status: 409,
			data: { refusal: "termRemoved" },
		});
		await act(added.action, { source: "emergence", rendering: "涌现" });
		expect(await act(removal.action, { removed: "false" })).toMatchObject({
			status: 409,
			data: { refusal: "termTaken" },
		});
		await removeTerm({ id: 2 }, { course: cast.course });
		expect(await act(removal.action, { removed: "false" })).toMatchObject({
			status: 303,
		});
		expect(await marksIn(lesson.number)).toEqual(["突现能力=1"]);
	});

	it("that was taken out comes back where its note is pinned again", async () => {
		await removeTerm({ id: 1 }, { course: cast.course });
		await pin(TERM);
		expect((await pageAs(null)).terms).toMatchObject([{ id: 1 }]);
	});

	it("is one, also where five pin it at once", async () => {
		const replies = await Promise.all(
			Array.from({ length: 5 }, () =>
				makeReply(cast.course, lesson.threadId, cast.learner),
			),
		);
		const form = {
			...TERM,
			source: "scaling law",
			rendering: "规模律",
			otherRenderings: "",
		};
		const answers = await Promise.all(replies.map(({ id }) => pin(form, id)));
		expect(
			answers.every(({ status }) => [302, 409, 422].includes(status)),
		).toBe(true);
		expect(
			await sql`SELECT count(*)::int AS count FROM terms WHERE source = 'scaling law'`,
		).toEqual([{ count: 1 }]);
	});

	it("of another course is nobody's here", async () => {
		await sql`INSERT INTO courses (slug, title) VALUES ('another', 'Another')`;
		const { status } = await ask(edit.loader, {
			by: cast.instructor,
			path: "/courses/another/glossary/1/edit",
			params: { course: "another", id: "1" },
		});
		expect(status).toBe(404);
	});
});

it("a lesson that is edited is looked through anew", async () => {
	await pin(TERM);
	expect((await pageAs(null)).terms[0]?.lessons).toHaveLength(1);
	await editLesson(lesson, {
		title: "规模",
		source: "什么也没有。",
		questions: [],
		course: cast.course,
		byId: null,
		revision: 1,
	});
	expect((await pageAs(null)).terms[0]?.lessons).toEqual([]);
});
