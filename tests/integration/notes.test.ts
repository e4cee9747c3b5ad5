import { beforeEach, describe, expect, it } from "vitest";
import { findPin } from "#app/notes/queries.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { zh } from "#app/words/zh.ts";
import {
	type Lesson,
	makeReply,
	type Person,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { makeReplyToPin, sendPin } from "#tests/support/notes.ts";
import { courseAs, lessonAs, notesAs, threadAs } from "#tests/support/pages.ts";

const cast = useCast();
let lesson: Lesson;
let reply: { id: number };
let heading: { id: number };

beforeEach(async () => {
	({ lesson, reply, heading } = await makeReplyToPin(cast));
});

const pin = (by: Person | null, form: Record<string, string>, id = reply.id) =>
	sendPin(by, id, form);

describe("a pinned reply", () => {
	it("shows to every visitor in the margin of its block and on top of its thread", async () => {
		const form = { blockId: String(heading.id), shortForm: "译作涌现。" };
		expect(await pin(cast.instructor, form)).toMatchObject({
			status: 302,
			location: `/courses/course/replies/${reply.id}`,
		});
		const { instructor, learner } = cast;
		const whose = zh.lessons.noteFrom(instructor.name, learner.name);
		expect(await notesAs(null, lesson.number)).toEqual([
			{
				replyId: reply.id,
				blockId: heading.id,
				says: ` ${zh.threads.notes.remark} 译作涌现。 ${whose} ${zh.time.justNow} ${zh.lessons.seeThread} ${zh.sharing.link} `,
				thread: String(lesson.threadNumber),
			},
		]);
		const { pins } = await lessonAs(null, lesson.number);
		const expected = [
			{ kind: "remark", section: "涌现，还是突现", reply: { id: reply.id } },
		];
		expect(pins).toMatchObject(expected);
		const thread = await threadAs(null, lesson.threadNumber);
		expect(thread.pins).toMatchObject(expected);
		expect(thread.pins[0]?.reply.html).toContain("<strong>涌现</strong>");
		expect(thread.branches[0]?.reply).toMatchObject({
			id: reply.id,
			isPinned: true,
		});
	});

	it("has no link to a block that the lesson has lost", async () => {
		await pin(cast.instructor, { blockId: String(heading.id) });
		await rewriteLesson(cast.course, lesson, "全是新的一段。");
		expect((await threadAs(null, lesson.threadNumber)).pins).toMatchObject([
			{ blockId: null, section: null },
		]);
	});

	it("shows in the course under its lesson, of many only the first three", async () => {
		const lessonsOf = async () => (await courseAs(null)).lessons;
		for (const shortForm of ["一", "二", "三", "四"]) {
			const { id } = await makeReply(
				cast.course,
				lesson.threadId,
				cast.learner,
			);
			await pin(
				cast.instructor,
				{ blockId: String(heading.id), shortForm, kind: "remark" },
				id,
			);
		}
		expect(await lessonsOf()).toMatchObject([
			{
				noteCount: 4,
				notes: ["一", "二", "三"].map((shortForm) => ({
					kind: "remark",
					shortHtml: shortForm,
				})),
			},
		]);
	});

	it("stays in its thread if it has no block", async () => {
		await pin(cast.assistant, { kind: "answer" });
		expect((await lessonAs(null, lesson.number)).notes).toEqual([]);
		expect((await threadAs(null, lesson.threadNumber)).pins).toMatchObject([
			{ kind: "answer", blockId: null, section: null },
		]);
	});

	it("gets the start of its text as the short form if staff write none", async () => {
		await pin(cast.instructor, { shortForm: "  " });
		expect((await findPin(reply.id))?.shortForm).toBe("复杂性科学里说涌现。");
		const long = await makeReply(cast.course, lesson.threadId, cast.learner, {
			body: "长".repeat(500),
		});
		await pin(cast.instructor, {}, long.id);
		expect((await findPin(long.id))?.shortForm).toBe(`${"长".repeat(119)}…`);
	});

	it("changes its note and keeps its place when pinned again", async () => {
		await pin(cast.instructor, {});
		const second = await makeReply(cast.course, lesson.threadId, cast.other);
		await pin(cast.instructor, {}, second.id);
		const blockId = String(heading.id);
		await pin(cast.assistant, { kind: "remark", blockId, shortForm: "改。" });
		expect((await threadAs(null, lesson.threadNumber)).pins).toMatchObject([
			{ reply: { id: reply.id }, kind: "remark", shortHtml: "改。" },
			{ reply: { id: second.id }, kind: "remark" },
		]);
		expect((await lessonAs(null, lesson.number)).notes).toHaveLength(1);
	});

	it("says that its author has edited it since, until staff confirm", async () => {
		const form = { blockId: String(heading.id) };
		await pin(cast.instructor, form);
		const edited = { course: cast.course, body: "我改了。", version: 1 };
		await editReply(reply, { by: cast.learner, ...edited });
		const says = async () => (await notesAs(null, lesson.number))[0]?.says;
		expect(await says()).toContain("复杂性科学里说涌现。");
		expect(await says()).toContain(zh.lessons.noteEdited);
		await pin(cast.instructor, form);
		expect(await says()).toContain("我改了。");
		expect(await says()).not.toContain(zh.lessons.noteEdited);
	});

	it("leaves thread and margin when unpinned, even if asked twice", async () => {
		await pin(cast.instructor, { blockId: String(heading.id) });
		for (let i = 0; i < 2; i++)
			expect(await pin(cast.assistant, { pinned: "false" })).toMatchObject({
				status: 303,
			});
		expect((await lessonAs(null, lesson.number)).notes).toEqual([]);
		expect((await threadAs(null, lesson.threadNumber)).pins).toEqual([]);
	});
});
