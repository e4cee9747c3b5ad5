import { beforeEach, describe, expect, it } from "vitest";
import { removeTerm } from "#app/glossary/commands.server.ts";
import { editLesson } from "#app/lessons/commands.server.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as edit from "#app/routes/glossary/edit.tsx";
import * as added from "#app/routes/glossary/new.tsx";
import * as removal from "#app/routes/glossary/removal.tsx";
import {
	type Lesson,
	makeReply,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import {
	makeTranslation,
	marksIn,
	TERM,
	termsAs,
} from "#tests/support/glossary.ts";
import { sendPin } from "#tests/support/notes.ts";
import { glossaryAs } from "#tests/support/pages.ts";
import { type Args, ask, inCourse } from "#tests/support/requests.ts";

const cast = useCast();
let lesson: Lesson;
let reply: { id: number };

beforeEach(async () => {
	({ lesson, reply } = await makeTranslation(cast));
});

const pin = (
	form: Record<string, string>,
	id = reply.id,
	by = cast.assistant,
) => sendPin(by, id, { shortForm: "", kind: "term", ...form });

const onTerm = (
	route: { action: (args: Args) => unknown },
	form: Record<string, string>,
	by: Person = cast.assistant,
) =>
	ask<Failure>(route.action, {
		by,
		...inCourse("/glossary/1/edit", { id: "1" }),
		form,
	});

describe("a term", () => {
	beforeEach(() => pin(TERM));

	it("is edited by staff, and keeps who preferred what", async () => {
		const form = {
			...TERM,
			rendering: "层创",
			otherRenderings: "涌现",
			version: "1",
		};
		expect(await onTerm(edit, form, cast.learner)).toMatchObject({
			status: 403,
		});
		expect(await onTerm(edit, form, cast.instructor)).toMatchObject({
			status: 302,
			location: "/courses/course/glossary#term-1",
		});
		await onTerm(edit, { ...form, meaning: "", version: "2" });
		const [term] = await termsAs(null);
		expect(term).toMatchObject({
			title: "层创 Emergent Ability",
			also: "又作 涌现",
			meaning: null,
			chosen: [
				`${cast.instructor.name} 由「涌现」改为「层创」`,
				`${cast.assistant.name} 定为「涌现」`,
			],
		});
		expect(await marksIn(lesson.number)).toEqual(["Emergent Ability=1"]);
	});

	it("is not overwritten if it was edited in the meantime", async () => {
		await onTerm(edit, { ...TERM, rendering: "层创", version: "1" });
		expect(
			await onTerm(edit, { ...TERM, meaning: "别的。", version: "1" }),
		).toMatchObject({
			status: 409,
			data: {
				refusal: "staleEdit",
				values: { meaning: "别的。" },
				details: { version: 2, theirs: expect.stringContaining("层创") },
			},
		});
	});

	it("leaves glossary and lessons when removed, frees its words, and can be restored", async () => {
		for (let i = 0; i < 2; i++)
			expect(await onTerm(removal, { removed: "true" })).toMatchObject({
				status: 303,
			});
		expect(await marksIn(lesson.number)).toEqual([]);
		expect(await termsAs(cast.learner)).toEqual([]);
		expect((await glossaryAs(cast.learner)).removed).toEqual([]);
		expect((await glossaryAs(cast.assistant)).removed).toMatchObject([
			{ id: 1 },
		]);
		expect(await onTerm(edit, { ...TERM, version: "1" })).toMatchObject({
			status: 409,
			data: { refusal: "termRemoved" },
		});
		await onTerm(added, { source: "emergence", rendering: "涌现" });
		expect(await onTerm(removal, { removed: "false" })).toMatchObject({
			status: 409,
			data: { refusal: "termTaken" },
		});
		await removeTerm({ id: 2 }, { by: cast.instructor, course: cast.course });
		expect(await onTerm(removal, { removed: "false" })).toMatchObject({
			status: 303,
		});
		expect(await marksIn(lesson.number)).toEqual(["突现能力=1"]);
	});

	it("comes back when its note is pinned again", async () => {
		await removeTerm({ id: 1 }, { by: cast.instructor, course: cast.course });
		await pin(TERM);
		expect(await termsAs(null)).toMatchObject([{ id: 1 }]);
	});

	it("is added once, even if five pin it at once", async () => {
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

	it("does not exist in another course", async () => {
		await sql`INSERT INTO courses (slug, title) VALUES ('another', 'Another')`;
		const { status } = await ask(edit.loader, {
			by: cast.instructor,
			path: "/courses/another/glossary/1/edit",
			params: { course: "another", id: "1" },
		});
		expect(status).toBe(404);
	});
});

it("an edited lesson is searched for terms again", async () => {
	await pin(TERM);
	expect((await termsAs(null))[0]?.lessons).toHaveLength(1);
	await editLesson(
		lesson,
		{
			title: "规模",
			source: "什么也没有。",
			questions: [],

			revision: 1,
		},
		{ by: null, course: cast.course },
	);
	expect((await termsAs(null))[0]?.lessons).toEqual([]);
});
