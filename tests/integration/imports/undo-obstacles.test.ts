import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { importLessons } from "#app/imports/commands.server.ts";
import { listObstacles } from "#app/imports/obstacles.server.ts";
import { undoImport } from "#app/imports/undo.server.ts";
import { editLesson } from "#app/lessons/commands.server.ts";
import { unpinReply } from "#app/notes/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { endorseReply, sayWord } from "#app/replies/answers.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import { setThinking } from "#app/threads/thinking.server.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import {
	blocksOf,
	makeNote,
	makeReply,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import {
	bringIn,
	COMMENTS,
	lessonDocument,
	QUESTIONS,
	sourceOf,
} from "#tests/support/documents.ts";
import { OTHER, seenOf, undoLast } from "#tests/support/undoing.ts";

const cast = useCast();
const LESSON = { id: 1 };
const TITLE = "从词元到句子";
const NEW_TEXT = { body: ["模型每次只写下一个词元。", "新的一段话。"] };
const EDITED = COMMENTS.map((comment, i) =>
	i > 0 ? comment : { ...comment, text: `${comment.text}\n还是我。` },
);
const ADDED = [
	...COMMENTS,
	{ name: "新来的", text: "我也来说一句。", date: "2024-08-01" },
];

const byStaff = () => ({ by: cast.instructor, course: cast.course });
const byLearner = () => ({ by: cast.learner, course: cast.course });

async function threadOf(kind: "lesson" | "thinking") {
	const [thread] = await sql<{ id: number; number: number }>`
		SELECT id, number FROM threads WHERE kind = ${kind}::thread_kind ORDER BY position DESC NULLS LAST, id DESC`;
	if (!thread) throw new Error("There is no thread");
	return thread;
}

async function comment(name = "山中人") {
	const [reply] = await sql<{ id: number; threadId: number }>`
		SELECT id, thread_id AS "threadId" FROM replies WHERE imported_name = ${name} ORDER BY id`;
	if (!reply) throw new Error("There is no comment");
	return reply;
}

const write = async (kind: "lesson" | "thinking", parentId?: number) =>
	makeReply(cast.course, (await threadOf(kind)).id, cast.learner, { parentId });

async function ask(blockId: number | null) {
	const { number } = await askQuestion({
		...byLearner(),
		...{ lessonId: LESSON.id, title: "这里怎么理解？", body: "想不通。" },
		...{ blockId, passage: null, submissionId: randomUUID() },
	});
	return number;
}

const lastBlock = async () => (await blocksOf(LESSON)).at(-1)?.id ?? 0;

/** What stands in the way of the newest import; then undoing it changes nothing. */
async function inTheWay() {
	const [last] = await sql<{
		id: number;
	}>`SELECT id FROM imports ORDER BY id DESC LIMIT 1`;
	const id = last?.id ?? 0;
	const obstacles = await listObstacles(sql, id);
	const before = await seenOf();
	await expect(undoImport({ id }, byStaff())).rejects.toThrow("importStays");
	expect(await seenOf()).toEqual(before);
	return obstacles.map(({ kind, lesson, id, count }) => {
		expect(lesson).toBe(TITLE);
		return [kind, id, count];
	});
}

const nothingInTheWay = async () => {
	await undoLast(cast);
	expect(
		await sql`SELECT 1 FROM imports WHERE undone_at IS NULL AND id > 1`,
	).toEqual([]);
};

describe("of an import of a new lesson stands in the way", () => {
	it("each reply by people, and the first is named", async () => {
		await bringIn();
		const first = await write("lesson");
		await write("thinking");
		await write("lesson", (await comment()).id);
		expect(await inTheWay()).toEqual([["replies", first.id, 3]]);
	});

	it("a reply that was removed, as it could be restored", async () => {
		await bringIn();
		const reply = await write("lesson");
		const { learner } = cast;
		await removeReply({ id: reply.id, authorId: learner.id }, byLearner());
		expect(await inTheWay()).toEqual([["replies", reply.id, 1]]);
	});

	it("the reply of an account that is gone", async () => {
		await bringIn();
		const reply = await write("lesson");
		await sql`UPDATE replies SET author_id = NULL WHERE id = ${reply.id}`;
		expect(await inTheWay()).toEqual([["replies", reply.id, 1]]);
	});

	it("a question about a passage, and a topic about the lesson", async () => {
		await bringIn();
		const number = await ask(await lastBlock());
		await makeThread(cast.course, cast.learner, { lessonId: LESSON.id });
		expect(await inTheWay()).toEqual([["questions", number, 2]]);
	});

	it("a vote for an imported comment, while it stands", async () => {
		await bringIn();
		const { id } = await comment();
		await voteReply(id, { ...byLearner(), voted: true });
		expect(await inTheWay()).toEqual([["votes", id, 1]]);
		await voteReply(id, { ...byLearner(), voted: false });
		await undoLast(cast);
	});

	it("a note, while it is pinned", async () => {
		await bringIn();
		const reply = await comment();
		const blockId = await lastBlock();
		await makeNote(cast.course, reply, cast.instructor, { blockId });
		expect(await inTheWay()).toEqual([["marks", reply.id, 1]]);
		await unpinReply(reply, byStaff());
		await undoLast(cast);
	});

	it("an endorsement, and a word of staff", async () => {
		await bringIn();
		const [first, second] = [await comment(), await comment("Ann B. (TA)")];
		await endorseReply(first, { ...byStaff(), endorsed: true });
		const word = { kind: "caveat" as const, text: "不全对。" };
		await sayWord(second, { ...byStaff(), word });
		expect(await inTheWay()).toEqual([["marks", first.id, 2]]);
	});

	it("a comment that became a question", async () => {
		await bringIn();
		const reply = await comment();
		const { number } = await promoteReply(reply, {
			...byStaff(),
			title: "温度为零会怎样？",
		});
		expect(await inTheWay()).toEqual([
			["marks", reply.id, 1],
			["questions", number, 1],
		]);
	});

	it("an edit of its text", async () => {
		await bringIn();
		const words = { title: TITLE, source: "改过。", questions: QUESTIONS };
		await editLesson(LESSON, { ...words, revision: 1 }, byStaff());
		expect(await inTheWay()).toEqual([["edits", 7, 1]]);
	});

	it("positions that staff offer for a question", async () => {
		await bringIn();
		const thinking = await threadOf("thinking");
		const positions = ["会", "不会"];
		await setThinking(thinking, { ...byStaff(), positions, writeFirst: false });
		expect(await inTheWay()).toEqual([["edits", 7, 1]]);
	});

	it("a later import of the same lesson, until that is undone", async () => {
		await bringIn();
		await bringIn(NEW_TEXT);
		expect(await listObstacles(sql, 1)).toEqual([
			{ kind: "imports", lesson: TITLE, id: 2, count: 1 },
		]);
		await expect(undoImport({ id: 1 }, byStaff())).rejects.toThrow(
			"importStays",
		);
		await undoLast(cast);
		await undoLast(cast);
	});

	it("nothing of another lesson", async () => {
		await bringIn();
		const other = sourceOf(lessonDocument(OTHER), "8.txt");
		await importLessons([other], { slug: "course", byId: null });
		await write("lesson");
		await expect(undoImport({ id: 2 }, byStaff())).rejects.toThrow(
			"importStays",
		);
		await undoImport({ id: 1 }, byStaff());
	});
});

describe("of a repeated import stands in the way", () => {
	it("what was written under a text that it changed, but not what was there before", async () => {
		await bringIn();
		await write("lesson");
		await ask(await lastBlock());
		await bringIn(NEW_TEXT);
		expect(await listObstacles(sql, 2)).toEqual([]);
		const reply = await write("lesson");
		const number = await ask(await lastBlock());
		expect(await inTheWay()).toEqual([
			["questions", number, 1],
			["replies", reply.id, 1],
		]);
	});

	it("an answer to a comment that it added or changed, and no other", async () => {
		await bringIn();
		const early = await comment();
		await write("lesson", early.id);
		await bringIn({ comments: EDITED });
		await write("lesson", (await comment("Ann B. (TA)")).id);
		expect(await listObstacles(sql, 2)).toEqual([]);
		const late = await write("lesson", early.id);
		expect(await inTheWay()).toEqual([["replies", late.id, 1]]);
	});

	it("a vote for a comment that it added, and none for an older one", async () => {
		await bringIn();
		await bringIn({ comments: ADDED });
		await voteReply((await comment()).id, { ...byLearner(), voted: true });
		expect(await listObstacles(sql, 2)).toEqual([]);
		const added = await comment("新来的");
		await voteReply(added.id, { ...byLearner(), voted: true });
		expect(await inTheWay()).toEqual([["votes", added.id, 1]]);
		await voteReply(added.id, { ...byLearner(), voted: false });
		await nothingInTheWay();
	});

	it("a note that was made or confirmed for its words", async () => {
		await bringIn();
		const reply = await comment();
		await makeNote(cast.course, reply, cast.instructor, {});
		await bringIn({ comments: EDITED });
		expect(await listObstacles(sql, 2)).toEqual([]);
		await makeNote(cast.course, reply, cast.instructor, {});
		expect(await inTheWay()).toEqual([["marks", reply.id, 1]]);
		await unpinReply(reply, byStaff());
		await nothingInTheWay();
	});

	it("what was written under a question that it added, and its positions", async () => {
		await bringIn();
		await bringIn({ questions: [...QUESTIONS, "种子有什么用？"] });
		const thinking = await threadOf("thinking");
		await setThinking(thinking, {
			...byStaff(),
			...{ positions: ["有", "没有"], writeFirst: false },
		});
		const reply = await write("thinking");
		expect(await inTheWay()).toEqual([
			["edits", 7, 1],
			["replies", reply.id, 1],
		]);
	});
});
