import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { pinReply } from "#app/notes/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { endorseReply } from "#app/replies/answers.server.ts";
import * as notePage from "#app/routes/lessons/note.tsx";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeReply,
	type Person,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { glossaryAs, notesAs, threadAs } from "#tests/support/pages.ts";
import { answerOf, ask, atLesson, load } from "#tests/support/requests.ts";

const cast = useCast();
let lesson: Lesson;
/** The paragraphs after the heading. */
let first: { id: number };
let second: { id: number };

beforeEach(async () => {
	lesson = await makeLesson(cast.course);
	const [, one, two] = await blocksOf(lesson);
	if (!one || !two) throw new Error("The lesson has no paragraphs");
	[first, second] = [one, two];
});

const at = (block: { id: number }) => {
	const { path, params } = atLesson(1);
	return { path: `${path}/note?block=${block.id}`, params };
};

const send = (by: Person | null, form: Record<string, string> = {}) =>
	ask(notePage.action, {
		...{ by, ...at(first) },
		form: {
			...{ body: "旁边的一句。", kind: "remark", submissionId: randomUUID() },
			...form,
		},
	});

const pageAs = (by: Person | null, block = first) =>
	load(notePage.loader, { by, ...at(block), context: { isDocument: false } });

describe("a note begun at a paragraph", () => {
	it("is a reply in the lesson's discussion, and stands beside the paragraph at once", async () => {
		const { status, location } = await send(cast.assistant);
		const [note] = await notesAs(null, 1);
		expect(note).toMatchObject({
			blockId: first.id,
			thread: String(lesson.threadNumber),
		});
		expect(note?.says).toContain("旁边的一句。");
		expect({ status, location }).toEqual({
			status: 303,
			location: `/courses/course/lessons/1#note-${note?.replyId}`,
		});
		const { thread, pins } = await threadAs(null, lesson.threadNumber);
		expect([thread.replyCount, pins.length]).toEqual([1, 1]);
	});

	it("is written once if it is sent twice", async () => {
		const submissionId = randomUUID();
		const sent = [
			await send(cast.assistant, { submissionId }),
			await send(cast.assistant, { submissionId }),
		];
		expect(new Set(sent.map(({ location }) => location)).size).toBe(1);
		expect(await notesAs(null, 1)).toHaveLength(1);
	});

	it("is not written at all where it cannot be placed", async () => {
		await rewriteLesson(cast.course, lesson, "全新的一段。");
		expect(await send(cast.assistant)).toMatchObject({ status: 409 });
		for (let n = 0; n < 5; n += 1) {
			const { id } = await makeReply(
				cast.course,
				lesson.threadId,
				cast.learner,
			);
			await pinReply(
				{ id },
				{
					...{ by: cast.assistant, course: cast.course, kind: "remark" },
					...{ blockId: null, shortForm: "" },
				},
			);
		}
		const [block] = await blocksOf(lesson);
		expect(await pageAs(cast.assistant, block)).toMatchObject({ isFull: true });
		const { thread } = await threadAs(null, lesson.threadNumber);
		expect(thread.replyCount).toBe(5);
	});

	it("says its term, if it is about one", async () => {
		expect(await send(cast.instructor, { kind: "term" })).toMatchObject({
			status: 422,
			data: { errors: { source: "sourceEmpty", rendering: "renderingEmpty" } },
		});
		const term = { source: "gradient", rendering: "梯度" };
		await send(cast.instructor, { kind: "term", ...term });
		expect(JSON.stringify(await glossaryAs(null))).toContain("gradient");
	});

	it("is for staff", async () => {
		expect(await send(null)).toMatchObject({ status: 401 });
		expect(await send(cast.learner)).toMatchObject({ status: 403 });
		expect(await answerOf(() => pageAs(cast.learner))).toMatchObject({
			status: 403,
		});
	});
});

describe("the replies offered at a paragraph", () => {
	const asked = async (block: { id: number }) => {
		const { number } = await askQuestion({
			...{ by: cast.learner, course: cast.course, kind: "question" },
			...{ passage: null, lessonId: lesson.id, blockId: block.id },
			...{ title: "为什么？", body: "说说。", submissionId: randomUUID() },
		});
		const [thread] = await sql<{ id: number }>`
			SELECT id FROM threads WHERE number = ${number}`;
		return thread?.id ?? 0;
	};
	const reply = async (
		threadId: number,
		by: Person,
		votes = 0,
		parentId: number | null = null,
	) => {
		const { id } = await makeReply(cast.course, threadId, by, { parentId });
		await sql`UPDATE replies SET cast_votes = ${votes} WHERE id = ${id}`;
		return { id, threadId };
	};
	const offered = async (block = first) =>
		(await pageAs(cast.instructor, block)).worthNoting.map(({ id }) => id);

	it("are those to questions about it first, then by staff, endorsed, and with most votes", async () => {
		const { learner, other, assistant, course } = cast;
		const here = await asked(first);
		const elsewhere = await asked(second);
		const liked = await reply(lesson.threadId, learner, 4);
		const endorsed = await reply(lesson.threadId, other);
		await endorseReply(endorsed, { by: assistant, course, endorsed: true });
		const byStaff = await reply(lesson.threadId, assistant, 0, liked.id);
		const plain = await reply(lesson.threadId, other);
		const answer = await reply(here, assistant);
		const classmate = await reply(here, other, 9);
		const far = await reply(elsewhere, assistant);
		expect(await offered()).toEqual(
			[answer, classmate, byStaff, endorsed, liked].map(({ id }) => id),
		);
		expect(await offered()).not.toContain(plain.id);
		expect(await offered(second)).toContain(far.id);
		expect(await pageAs(cast.instructor)).toMatchObject({
			asked: 1,
			questions: `/courses/course/questions?lesson=1&block=${first.id}`,
		});
	});

	it("leave out those that are in the margin, private, or removed", async () => {
		const { assistant, course } = cast;
		const here = await asked(first);
		const [noted, left] = [
			await reply(here, assistant),
			await reply(here, assistant),
		];
		await pinReply(noted, {
			...{ by: assistant, course, kind: "answer", shortForm: "" },
			blockId: first.id,
		});
		expect(await offered()).toEqual([left.id]);
		await sql`UPDATE threads SET is_private = true WHERE id = ${here}`;
		expect(await offered()).toEqual([]);
	});
});
