import { beforeEach, describe, expect, it, vi } from "vitest";
import { editLesson } from "#app/lessons/commands.server.ts";
import { pinReply } from "#app/notes/commands.server.ts";
import { sql, transaction } from "#app/platform/postgres/db.server.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import { makeCast, makeReply } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import {
	bringIn,
	COMMENTS,
	dump,
	QUESTIONS,
} from "#tests/support/documents.ts";

beforeEach(truncateAll);

const blocks = () =>
	sql<{ id: number; source: string }>`
		SELECT id, source FROM blocks WHERE position IS NOT NULL ORDER BY position`;

const replies = () =>
	sql<{ id: number; name: string; source: string; left: boolean }>`
		SELECT id, imported_name AS name, source, left_source_at IS NOT NULL AS left FROM replies ORDER BY id`;

const blockedSessions = () =>
	sql`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

describe("importing the same document again", () => {
	it("changes no row", async () => {
		await bringIn();
		const before = await dump();
		expect(await bringIn()).toMatchObject({ outcome: "unchanged" });
		expect(await dump()).toEqual(before);
	});

	it("keeps what staff have edited here since", async () => {
		const { course, instructor } = await makeCast();
		await bringIn();
		const [lesson] = await sql<{ id: number }>`SELECT id FROM lessons`;
		const edit = { title: "改过", source: "改过。", questions: QUESTIONS };
		await editLesson(
			{ id: lesson?.id ?? 0 },
			{ ...edit, revision: 1 },
			{ by: instructor, course },
		);
		expect(await bringIn()).toMatchObject({ outcome: "unchanged" });
		expect((await blocks()).map(({ source }) => source)).toEqual(["改过。"]);
	});
});

describe("importing a corrected document", () => {
	it("makes a revision in which unchanged blocks keep their ids", async () => {
		await bringIn();
		const before = await blocks();
		const body = ["模型每次只写下一个词元。", "采样与温度", "- 温度低时更稳"];
		expect(await bringIn({ body })).toMatchObject({
			outcome: "updated",
			was: { title: "从词元到句子" },
		});
		const after = await blocks();
		expect(after[0]).toEqual({ id: before[0]?.id, source: body[0] });
		expect(after[1]).toEqual(before[1]);
		expect(await sql`SELECT revision FROM lessons`).toEqual([{ revision: 2 }]);
		expect(
			await sql`SELECT number, import_id AS import FROM lesson_revisions ORDER BY number`,
		).toEqual([
			{ number: 1, import: 1 },
			{ number: 2, import: 2 },
		]);
	});

	it("says so if it replaces what staff have edited here", async () => {
		const { course, instructor } = await makeCast();
		await bringIn();
		const [lesson] = await sql<{ id: number }>`SELECT id FROM lessons`;
		const edit = { title: "改过", source: "改过。", questions: QUESTIONS };
		await editLesson(
			{ id: lesson?.id ?? 0 },
			{ ...edit, revision: 1 },
			{ by: instructor, course },
		);
		const body = ["文稿里新的一段。"];
		expect(await bringIn({ body })).toMatchObject({
			outcome: "updated",
			problems: [{ reason: "editedHere" }],
		});
		expect(await bringIn({ body: ["又一段。"] })).toMatchObject({
			outcome: "updated",
			problems: [],
		});
	});

	it("keeps people's replies, votes and pins", async () => {
		const { course, instructor, learner, other } = await makeCast();
		await bringIn();
		const [thread] = await sql<{ id: number }>`
			SELECT id FROM threads WHERE kind = 'lesson'`;
		const threadId = thread?.id ?? 0;
		const mine = await makeReply(course, threadId, learner);
		const [, ann] = await replies();
		const id = ann?.id ?? 0;
		for (const by of [learner, other])
			await voteReply(id, { by, course, voted: true });
		const [block] = await blocks();
		const pin = { by: instructor, course, kind: "term" as const };
		await pinReply(
			{ id },
			{ ...pin, blockId: block?.id ?? null, shortForm: "一句" },
		);
		const before = await dump();
		const comments = COMMENTS.filter(({ name }) => name === "山中人");
		await bringIn({ comments, body: ["全新的一段。"] });
		const after = await dump();
		for (const table of ["reply_votes", "memberships"])
			expect(after[table]).toEqual(before[table]);
		const pinned = { reply_id: id, block_id: block?.id, short_form: "一句" };
		expect(after.pins).toMatchObject([
			{ row: { ...pinned, to_check: true, unpinned_at: null } },
		]);
		expect(
			await sql`
				SELECT id, cast_votes AS cast, imported_votes AS imported, left_source_at IS NOT NULL AS left FROM replies
				WHERE id IN (${id}, ${mine.id}) ORDER BY id`,
		).toEqual([
			{ id, cast: 2, imported: 3, left: true },
			{ id: mine.id, cast: 0, imported: 0, left: false },
		]);
		expect(
			await sql`SELECT reply_count AS count, source_replies AS missing FROM threads WHERE kind = 'lesson'`,
		).toEqual([{ count: 4, missing: 3 }]);
	});

	it("takes the new text and votes of a comment, and keeps the old wording", async () => {
		await bringIn();
		const [before] = await replies();
		const comments = COMMENTS.map((comment, i) =>
			i === 0 ? { ...comment, text: "改过的话。", votes: 8 } : comment,
		);
		await bringIn({ comments });
		expect(
			await sql`SELECT source, version, votes FROM replies WHERE id = ${before?.id}`,
		).toEqual([{ source: "改过的话。", version: 2, votes: 8 }]);
		expect(await sql`SELECT version, source FROM reply_edits`).toEqual([
			{ version: 1, source: before?.source },
		]);
	});

	it("leaves each comment its own votes and answers, in whatever order they come", async () => {
		const { course, learner } = await makeCast();
		await bringIn();
		const before = await replies();
		const [first] = before;
		await voteReply(first?.id ?? 0, { by: learner, course, voted: true });
		await bringIn({ comments: COMMENTS.toReversed() });
		expect(await replies()).toEqual(before);
		expect(await sql`SELECT version FROM reply_edits`).toEqual([]);
		expect(
			await sql`
				SELECT cast_votes AS cast, imported_votes AS imported, source_position AS place FROM replies WHERE id = ${first?.id}`,
		).toEqual([{ cast: 1, imported: 6, place: 3 }]);
	});

	it("gives a comment of the same person and day a reply of its own", async () => {
		await bringIn();
		const before = await replies();
		const [comment] = COMMENTS;
		if (!comment) throw new Error("No comment");
		const another = { ...comment, text: "另有一句，先前没有抄下来。" };
		await bringIn({ comments: [another, ...COMMENTS] });
		expect(await replies()).toEqual([
			...before,
			{ ...before[0], id: expect.any(Number), source: another.text },
		]);
	});

	it("corrects a comment's date", async () => {
		await bringIn();
		const before = await replies();
		await bringIn({
			comments: COMMENTS.map((comment) => ({ ...comment, date: "2024-07-01" })),
		});
		expect(await replies()).toEqual(before);
		expect(
			await sql`
				SELECT imported_on::text AS date, created_at = '2024-07-01Z' AS moved FROM replies ORDER BY id`,
		).toEqual(before.map(() => ({ date: "2024-07-01", moved: true })));
	});

	it("asks to check a note whose comment was edited", async () => {
		const { course, instructor } = await makeCast();
		await bringIn();
		const [reply] = await replies();
		const pin = { by: instructor, course, kind: "remark" as const };
		await pinReply(
			{ id: reply?.id ?? 0 },
			{ ...pin, blockId: (await blocks())[0]?.id ?? null, shortForm: "一句" },
		);
		await bringIn({
			comments: COMMENTS.map((comment) => ({
				...comment,
				text: `${comment.text}改过。`,
			})),
		});
		expect(await sql`SELECT to_check AS check FROM pins`).toEqual([
			{ check: true },
		]);
	});

	it("marks a missing comment until it is back", async () => {
		await bringIn();
		await bringIn({ comments: COMMENTS.slice(0, 2) });
		expect((await replies()).map(({ left }) => left)).toEqual([
			false,
			false,
			true,
		]);
		await bringIn();
		expect((await replies()).some(({ left }) => left)).toBe(false);
		expect(await replies()).toHaveLength(3);
	});

	it("counts a reply that is being written meanwhile", async () => {
		await bringIn();
		const importing = await transaction(async (sql) => {
			await sql`
				UPDATE threads SET reply_count = reply_count + 1, top_count = top_count + 1 WHERE kind = 'lesson'`;
			await sql`
				INSERT INTO replies (thread_id, source, html, renderer)
				SELECT id, '人在写。', '', 1 FROM threads WHERE kind = 'lesson'`;
			const work = bringIn({ comments: COMMENTS.slice(0, 2) });
			await vi.waitFor(async () =>
				expect(await blockedSessions()).toHaveLength(1),
			);
			return { work };
		});
		expect(await importing.work).toMatchObject({ outcome: "updated" });
		expect(
			await sql`SELECT reply_count AS count, top_count AS top FROM threads WHERE kind = 'lesson'`,
		).toEqual([{ count: 4, top: 4 }]);
	});
});
