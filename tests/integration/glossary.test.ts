import { beforeEach, describe, expect, it } from "vitest";
import { removeTerm } from "#app/glossary/commands.server.ts";
import { editLesson } from "#app/lessons/commands.server.ts";
import { sql } from "#app/platform/db.server.ts";
import type { Failure } from "#app/platform/failure.ts";
import * as edit from "#app/routes/glossary/edit.tsx";
import * as glossary from "#app/routes/glossary/index.tsx";
import * as added from "#app/routes/glossary/new.tsx";
import * as removal from "#app/routes/glossary/removal.tsx";
import * as pinRoute from "#app/routes/replies/pin.tsx";
import {
	makeCast,
	makeLesson,
	makeReply,
	type Person,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { lessonAs } from "#tests/support/pages.ts";
import {
	type Args,
	ask,
	atReply,
	inCourse,
	load,
} from "#tests/support/requests.ts";

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
		...atReply(id, "/pin"),
		form: { pinned: "true", kind: "term", shortForm: "", ...form },
	});

const pageAs = (by: Person | null) =>
	load(glossary.loader, { by, ...inCourse("/glossary") });

const act = (
	action: (args: Args) => unknown,
	form: Record<string, string>,
	by: Person = cast.assistant,
	id = 1,
) =>
	ask<Failure>(action, {
		by,
		...inCourse(`/glossary/${id}/edit`, { id: String(id) }),
		form,
	});

const marksIn = async (number: number) =>
	(await lessonAs(null, number)).blocks.flatMap(({ html = "" }) =>
		[...html.matchAll(/<a class="term"[^>]*#term-(\d+)"[^>]*>([^<]*)/g)].map(
			([, id, word]) => `${word}=${id}`,
		),
	);

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
