import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { acceptReply } from "#app/replies/answers.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import * as noteRoute from "#app/routes/replies/note.tsx";
import * as pinRoute from "#app/routes/replies/pin.tsx";
import { zh } from "#app/words/zh.ts";
import {
	blocksOf,
	type Lesson,
	makeNote,
	makeReply,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { makeNoteToCheck, PARAGRAPHS, sendPin } from "#tests/support/notes.ts";
import { deskAs, notesAs } from "#tests/support/pages.ts";
import { atReply, load, onReply } from "#tests/support/requests.ts";

const cast = useCast();
let lesson: Lesson;
let reply: { id: number; threadId: number };
let second: { id: number };

beforeEach(async () => {
	({ lesson, reply, second } = await makeNoteToCheck(cast));
});

const pin = (blockId: number, pinned = reply) =>
	makeNote(cast.course, pinned, cast.instructor, { blockId });

const rewrite = (source: string) => rewriteLesson(cast.course, lesson, source);

const editedReply = (version = 1) =>
	editReply(reply, {
		...{ by: cast.learner, course: cast.course },
		...{ body: `改了 ${version} 次。`, version },
	});

const toCheck = async () => (await deskAs(cast.assistant)).notesToCheck;

const keep = (revision: number, version: number, by = cast.assistant) =>
	onReply(noteRoute, by, reply.id, {
		checked: "true",
		revision: String(revision),
		version: String(version),
	});

describe("staff", () => {
	it("keep a note as it is, even if they say so twice", async () => {
		await rewrite(PARAGRAPHS.replace("说涌现", "谈突现"));
		await editedReply();
		for (let i = 0; i < 2; i++) {
			expect(await keep(2, 2)).toMatchObject({ status: 303 });
			expect(await toCheck()).toEqual([]);
		}
		const [note] = await notesAs(null, lesson.number);
		expect(note?.says).toContain("页边一句。");
		expect(note?.says).not.toContain(zh.notes.textChanged);
		expect(note?.says).not.toContain(zh.lessons.noteEdited);
	});

	it("confirm what they saw, not what came after", async () => {
		await rewrite(PARAGRAPHS.replace("说涌现", "谈突现"));
		await editedReply();
		const [seen] = await toCheck();
		await rewrite(PARAGRAPHS.replace("说涌现", "又改了"));
		await editedReply(2);
		await keep(seen?.revision ?? 0, seen?.version ?? 0);
		expect(await toCheck()).toMatchObject([
			{ isChanged: true, isEdited: true, beforeHtml: "第二段谈突现。" },
		]);
	});

	it("cannot confirm versions that do not exist", async () => {
		await keep(99_999, 99_999);
		await rewrite(PARAGRAPHS.replace("说涌现", "谈突现"));
		expect(await toCheck()).toHaveLength(1);
	});

	it("move a note whose paragraph is gone, or unpin it", async () => {
		await rewrite("第一段说规模。\n\n第三段说预测。");
		expect(await keep(2, 1)).toMatchObject({
			status: 409,
			data: { refusal: "noteGone" },
		});
		const [first] = await blocksOf(lesson);
		await pin(first?.id ?? 0);
		expect(await toCheck()).toEqual([]);
		await rewrite("第三段说预测。");
		expect(await toCheck()).toHaveLength(1);
		await sendPin(cast.assistant, reply.id, { pinned: "false" });
		expect(await toCheck()).toEqual([]);
	});

	it("are the only ones who check notes", async () => {
		expect(await keep(1, 1, cast.learner)).toMatchObject({ status: 403 });
	});
});

describe("an accepted reply to a question about the lesson", () => {
	it("goes by default to the paragraph of its question, and its note says what was asked", async () => {
		const { number } = await askQuestion({
			...{ by: cast.other, course: cast.course, lessonId: lesson.id },
			...{ blockId: second.id, passage: null, title: "涌现是什么？" },
			...{ body: "想不通。", submissionId: crypto.randomUUID() },
			...{ isPrivate: false, isAnonymous: false },
		});
		const [question] = await sql<{ id: number; number: number }>`
			SELECT id, number FROM threads WHERE number = ${number}`;
		if (!question) throw new Error("Nothing was asked");
		const answer = await makeReply(cast.course, question.id, cast.learner);
		const accepted = { ...answer, threadId: question.id };
		await acceptReply(accepted, {
			by: cast.instructor,
			course: cast.course,
			accepted: true,
		});
		const { blockId } = await load(pinRoute.loader, {
			by: cast.assistant,
			...atReply(answer.id, "/pin"),
		});
		expect(blockId).toBe(second.id);
		await pin(second.id, accepted);
		const [note, asked] = await notesAs(null, lesson.number);
		expect(note).toMatchObject({ replyId: reply.id });
		expect(note?.says).not.toContain(zh.notes.asked);
		expect(asked).toMatchObject({
			replyId: answer.id,
			says: expect.stringContaining(`${zh.notes.asked}涌现是什么？`),
			thread: String(question.number),
		});
	});
});
