import { beforeEach, describe, expect, it } from "vitest";
import { unpinReply } from "#app/notes/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import * as added from "#app/routes/glossary/new.tsx";
import {
	type Lesson,
	makeLesson,
	makeReply,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import {
	makeTranslation,
	marksIn,
	TERM,
	termsAs,
} from "#tests/support/glossary.ts";
import { sendPin } from "#tests/support/notes.ts";
import { glossaryAs, lessonAs } from "#tests/support/pages.ts";
import { ask, inCourse } from "#tests/support/requests.ts";

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

describe("a translation note with a term", () => {
	it("adds it to the glossary, with its lessons and the thread that decided it", async () => {
		const other = await makeLesson(cast.course, {
			title: "另一课",
			source: "说到突现。`涌现`",
		});
		await makeLesson(cast.course, { title: "无关", source: "`涌现`" });
		expect(await pin(TERM)).toMatchObject({ status: 302 });
		expect((await glossaryAs(null)).canEdit).toBe(false);
		expect(await termsAs(null)).toEqual([
			{
				id: 1,
				title: "涌现 Emergent Ability",
				also: "又作 突现、突现能力",
				meaning: TERM.meaning,
				lessons: [
					{ number: lesson.number, title: "规模" },
					{ number: other.number, title: "另一课" },
				],
				count: 2,
				decided: `/courses/course/threads/${lesson.threadNumber}#pin-${reply.id}`,
				chosen: [`${cast.assistant.name} 定为「涌现」`],
			},
		]);
	});

	it("marks it at once in every lesson of the course, at its first place, and not in other courses", async () => {
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

	it("needs no term: blank fields add none, and other kinds of notes never do", async () => {
		await pin({ source: " ", rendering: "", otherRenderings: "\n" });
		await pin({ ...TERM, kind: "remark" });
		expect(await termsAs(null)).toEqual([]);
	});

	it.each([
		[{ ...TERM, source: " " }, "source", "sourceEmpty"],
		[{ ...TERM, rendering: "" }, "rendering", "renderingEmpty"],
		[{ ...TERM, source: "长".repeat(61) }, "source", ["wordLong", 60]],
		[
			{ ...TERM, otherRenderings: `短、${"长".repeat(61)}` },
			"otherRenderings",
			["wordLong", 60],
		],
		[
			{ ...TERM, otherRenderings: "1,2,3,4,5,6,7,8,9,10,11,12,13" },
			"otherRenderings",
			["renderingsMany", 12],
		],
		[{ ...TERM, meaning: "长".repeat(301) }, "meaning", ["meaningLong", 300]],
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

	it("refuses another term's word, in any case, and pins nothing", async () => {
		await ask(added.action, {
			by: cast.assistant,
			...inCourse("/glossary/new"),
			form: { source: "emergence", rendering: "涌现" },
		});
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

	it("updates the same term when pinned again; another reply with its source word takes it over", async () => {
		await pin({ ...TERM, rendering: "突现", otherRenderings: "" });
		await pin(TERM);
		await pin(TERM);
		const second = await makeReply(cast.course, lesson.threadId, cast.other);
		await pin(
			{ ...TERM, source: "emergent ability" },
			second.id,
			cast.instructor,
		);
		const { name } = cast.assistant;
		expect(await termsAs(null)).toMatchObject([
			{
				id: 1,
				title: "涌现 emergent ability",
				decided: expect.stringContaining(`#pin-${second.id}`),
				chosen: [`${name} 由「突现」改为「涌现」`, `${name} 定为「突现」`],
			},
		]);
		expect(await sql`SELECT version FROM terms`).toEqual([{ version: 3 }]);
	});

	it("keeps its term when unpinned; only people who may see its thread are told of it", async () => {
		await pin(TERM);
		await unpinReply(reply, { by: cast.instructor, course: cast.course });
		expect(await termsAs(null)).toMatchObject([
			{ decided: `/courses/course/replies/${reply.id}` },
		]);
		const secret = await makeThread(cast.course, cast.learner, {
			kind: "question",
		});
		const answer = await makeReply(cast.course, secret.id, cast.assistant);
		await pin(TERM, answer.id);
		await sql`UPDATE threads SET is_private = true WHERE id = ${secret.id}`;
		for (const [by, seen] of [
			[null, false],
			[cast.other, false],
			[cast.learner, true],
			[cast.instructor, true],
		] as const) {
			const [term] = await termsAs(by);
			expect(term?.decided).toBe(
				seen
					? `/courses/course/threads/${secret.number}#pin-${answer.id}`
					: null,
			);
		}
		await removeReply(
			{ ...answer, authorId: cast.assistant.id },
			{ by: cast.assistant, course: cast.course },
		);
		expect(await termsAs(cast.instructor)).toMatchObject([
			{
				decided: null,
				title: "涌现 Emergent Ability",
				also: "又作 突现、突现能力",
			},
		]);
	});
});
