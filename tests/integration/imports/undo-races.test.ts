import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { lockCourse, lockThreads } from "#app/counters/locks.server.ts";
import { undoImport } from "#app/imports/undo.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { type Sql, sql } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import { makeReply, people, useCast } from "#tests/support/cast.ts";
import { bringIn, COMMENTS } from "#tests/support/documents.ts";
import { meet } from "#tests/support/meeting.ts";
import { drifted } from "#tests/support/recount.ts";
import { seenOf } from "#tests/support/undoing.ts";

const cast = useCast();
const ADDED = { name: "新来的", text: "我也来说一句。", date: "2024-08-01" };

const undo = (id: number) =>
	undoImport({ id }, { by: cast.instructor, course: cast.course });

/** "done", or why not. */
const outcome = (done: Promise<unknown>): Promise<string> =>
	done.then(
		() => "done",
		(error) => {
			if (error instanceof Refusal) return error.reason;
			throw error;
		},
	);

async function threadId(): Promise<number> {
	const [thread] = await sql<{ id: number }>`
		SELECT id FROM threads WHERE kind = 'lesson' ORDER BY id`;
	return thread?.id ?? 0;
}

async function added(): Promise<number> {
	const [reply] = await sql<{ id: number }>`
		SELECT id FROM replies WHERE imported_name = ${ADDED.name} ORDER BY id`;
	return reply?.id ?? 0;
}

/** Both wait for a lock, the first before the second; what became of each. */
async function inOrder(
	hold: (sql: Sql) => Promise<unknown>,
	first: () => Promise<unknown>,
	second: () => Promise<unknown>,
): Promise<string[]> {
	const outcomes: Promise<string>[] = [];
	const note = (act: () => Promise<unknown>) => () => {
		const done = outcome(act());
		outcomes.push(done);
		return done;
	};
	await meet(hold, note(first), note(second));
	return Promise.all(outcomes);
}

const written = () =>
	sql`SELECT 1 FROM replies r JOIN threads t ON t.id = r.thread_id
		WHERE r.author_id = ${cast.learner.id} AND t.visibility = 'shown'`;

describe("while an import is undone", () => {
	it("a reply comes in time, or is told that the discussion is gone", async () => {
		await bringIn();
		const thread = await threadId();
		const hold = (sql: Sql) => lockThreads(sql, [thread]);
		const reply = () => makeReply(cast.course, thread, cast.learner);
		const undoing = () => undo(1);
		expect(await inOrder(hold, reply, undoing)).toEqual([
			"done",
			"importStays",
		]);
		expect(await written()).toHaveLength(1);
		await sql`DELETE FROM replies WHERE author_id IS NOT NULL`;
		expect(await inOrder(hold, undoing, reply)).toEqual([
			"done",
			"threadRemoved",
		]);
		expect(await written()).toHaveLength(0);
	});

	it("an answer to a comment that it added comes in time, or is told that this is gone", async () => {
		await bringIn();
		await bringIn({ comments: [...COMMENTS, ADDED] });
		const thread = await threadId();
		const parentId = await added();
		const hold = (sql: Sql) => lockThreads(sql, [thread]);
		const answer = () =>
			makeReply(cast.course, thread, cast.learner, { parentId });
		const undoing = () => undo(2);
		expect(await inOrder(hold, answer, undoing)).toEqual([
			"done",
			"importStays",
		]);
		expect(await written()).toHaveLength(1);
		await sql`UPDATE events SET reply_id = NULL`;
		await sql`DELETE FROM replies WHERE author_id IS NOT NULL`;
		expect(await inOrder(hold, undoing, answer)).toEqual([
			"done",
			"replyRemoved",
		]);
		expect(await seenOf()).toMatchObject({ replies: COMMENTS.map(() => ({})) });
	});

	it("a vote for a comment that it added counts, or is told that this is gone", async () => {
		await bringIn();
		await bringIn({ comments: [...COMMENTS, ADDED] });
		const id = await added();
		const hold = (sql: Sql) =>
			sql`SELECT 1 FROM replies WHERE id = ${id} FOR UPDATE`;
		const vote = () =>
			voteReply(id, { by: cast.learner, course: cast.course, voted: true });
		const undoing = () => undo(2);
		expect(await inOrder(hold, vote, undoing)).toEqual(["done", "importStays"]);
		await voteReply(id, {
			by: cast.learner,
			course: cast.course,
			voted: false,
		});
		expect(await inOrder(hold, undoing, vote)).toEqual([
			"done",
			"replyRemoved",
		]);
		expect(await drifted()).toEqual([]);
	});

	it("a question about its lesson comes in time, or is told that the lesson is gone", async () => {
		await bringIn();
		const hold = (sql: Sql) => lockCourse(sql, cast.course.id);
		const ask = () =>
			askQuestion({
				...{ by: cast.learner, course: cast.course, lessonId: 1 },
				...{ title: "这里怎么理解？", body: "", submissionId: randomUUID() },
				...{ blockId: 1, passage: null },
			});
		const undoing = () => undo(1);
		expect(await inOrder(hold, ask, undoing)).toEqual(["done", "importStays"]);
		await sql`DELETE FROM anchors`;
		await sql`DELETE FROM question_tokens`;
		await sql`DELETE FROM threads WHERE author_id IS NOT NULL`;
		expect(await inOrder(hold, undoing, ask)).toEqual([
			"done",
			"lessonRemoved",
		]);
	});

	it("the same import waits, and brings everything back", async () => {
		await bringIn();
		const once = await seenOf();
		const hold = (sql: Sql) => lockCourse(sql, cast.course.id);
		expect(await inOrder(hold, () => undo(1), bringIn)).toEqual([
			"done",
			"done",
		]);
		expect(await seenOf()).toEqual(once);
	});

	it("nobody undoes it a second time", async () => {
		await bringIn();
		const hold = (sql: Sql) => lockCourse(sql, cast.course.id);
		const undoing = () => undo(1);
		expect(await inOrder(hold, undoing, undoing)).toEqual([
			"done",
			"importStays",
		]);
	});

	it("no word of many is lost", async () => {
		await bringIn();
		const thread = await threadId();
		const writers = await people(12);
		const replies = writers.map((by) =>
			outcome(makeReply(cast.course, thread, by)),
		);
		const [undone, ...posted] = await Promise.all([
			outcome(undo(1)),
			...replies,
		]);
		const done = posted.filter((one) => one === "done").length;
		const refused = posted.filter((one) => one === "threadRemoved").length;
		expect(done + refused).toBe(writers.length);
		expect(undone).toBe(done > 0 ? "importStays" : "done");
		expect(
			await sql`SELECT 1 FROM replies WHERE author_id IS NOT NULL`,
		).toHaveLength(done);
		expect(await drifted()).toEqual([]);
	});
});
