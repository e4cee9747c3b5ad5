import {
	lockCourse,
	lockPins,
	lockReply,
	lockSettling,
	lockThreads,
} from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { type Sql, sql } from "#app/platform/postgres/db.server.ts";
import {
	becomeQuestion,
	becomeReplyAgain,
	type Moved,
	moveReplies,
} from "#app/replies/move.server.ts";
import { recountQuestions } from "#app/threads/question-state.server.ts";
import {
	countReplies,
	hideThread,
	insertThread,
} from "#app/threads/rows.server.ts";
import { unsettle } from "#app/threads/unsettle.server.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	forStaff,
	replies,
	threads,
} from "#app/visibility/relations.server.ts";
import { copyVotes } from "#app/votes/commands.server.ts";
import { recountSettled } from "#app/votes/me-too.server.ts";

export async function isAnswer(replyId: number): Promise<boolean> {
	const [answer] = await sql`
		SELECT FROM ${replies(forStaff)} r WHERE r.id = ${replyId} AND (
			r.accepted_at IS NOT NULL OR r.endorsed_at IS NOT NULL
			OR EXISTS (SELECT 1 FROM pins WHERE reply_id = r.id AND unpinned_at IS NULL)
			OR EXISTS (SELECT FROM ${threads(forStaff, "tombstones")} q WHERE q.settled_by_reply_id = r.id)
		)`;
	return answer !== undefined;
}

/**
 * Anonymous authors stay so; the old place loses its pin and standing. Asked twice it returns the first.
 * @throws Refusal where the reply was removed
 */
export const promoteReply = (
	reply: { id: number },
	given: { by: Member; course: Course; title: string; reason?: string },
): Promise<{ number: number }> =>
	act(given, async (sql, happened) => {
		const { course, title } = given;
		await lockSettling(sql, course.id);
		await lockCourse(sql, course.id);
		await unsettle(sql, happened, { replyId: reply.id });
		const { threadId: oldId, isRemoved } = await lockReply(sql, reply.id);
		if (isRemoved) throw new Refusal("replyRemoved");
		// Locked, so that no vote comes in between.
		const [first] = await sql<{ number: number | null }>`
			SELECT t.number FROM replies r LEFT JOIN threads t ON t.id = r.promoted_to_id
			WHERE r.id = ${reply.id} FOR NO KEY UPDATE OF r`;
		if (first?.number) return { number: first.number };
		const made = await insertQuestion(sql, course, reply.id, title);
		const moved = await moveReplies(sql, reply.id, made.id);
		await recountMoved(sql, [oldId, made.id], moved);
		await recountQuestions(sql, [oldId, made.id]);
		happened("reply.promoted", {
			threadId: oldId,
			replyId: reply.id,
			details: { questionId: made.id },
		});
		return { number: made.number };
	});

/**
 * Undoes a promotion: the reply stands in its place again, and the question is removed. Idempotent.
 * @throws Refusal where somebody replied to the question
 */
export const demoteQuestion = (
	thread: { id: number; authorId: number | null },
	given: { by: Member; course: Course; reason?: string },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, course } = given;
		await lockSettling(sql, course.id);
		const [place] = await sql<{ id: number }>`
			SELECT thread_id AS id FROM replies WHERE promoted_to_id = ${thread.id}`;
		if (!place) return;
		await lockThreads(sql, [place.id, thread.id]);
		const [reply] = await sql`
			SELECT 1 FROM replies WHERE thread_id = ${thread.id} LIMIT 1`;
		if (reply) throw new Refusal("questionReplied");
		const again = await becomeReplyAgain(sql, thread.id);
		await hideThread(sql, thread.id, {
			authorId: thread.authorId,
			byId: by.id,
		});
		await recountQuestions(sql, [place.id, thread.id]);
		for (const { id, threadId } of again)
			happened("reply.demoted", { threadId, replyId: id });
	});

type Wording = {
	lessonId: number | null;
	source: string;
	html: string;
	renderer: number;
	authorId: number | null;
	importedName: string | null;
	importedOn: string | null;
	importedVotes: number;
	votes: number;
	/** Null of an imported reply without a date. */
	createdAt: Date | null;
	editedAt: Date | null;
	isPrivate: boolean;
	isAnonymous: boolean;
};

async function insertQuestion(
	sql: Sql,
	course: Course,
	replyId: number,
	title: string,
): Promise<{ id: number; number: number }> {
	const [wording] = await sql<Wording>`
		SELECT t.lesson_id AS "lessonId", r.source, r.html, r.renderer, r.author_id AS "authorId",
			r.imported_name AS "importedName", r.imported_on AS "importedOn", r.imported_votes AS "importedVotes",
			r.cast_votes AS votes, nullif(r.created_at, 'epoch') AS "createdAt", r.edited_at AS "editedAt", t.is_private AS "isPrivate",
			t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id AS "isAnonymous"
		FROM replies r JOIN threads t ON t.id = r.thread_id WHERE r.id = ${replyId}`;
	if (!wording) throw new Error(`No reply ${replyId}`);
	const thread = await insertThread(sql, course.id, {
		...wording,
		...{ kind: "question", title, promotedFromId: replyId },
	});
	await copyVotes(sql, { replyId, threadId: thread.id });
	await becomeQuestion(sql, replyId, thread.id);
	return thread;
}

async function recountMoved(
	sql: Sql,
	[oldId, newId]: [number, number],
	{ moved, branches }: Moved,
): Promise<void> {
	const pins = await lockPins(sql, { replyIds: idsOf(moved) });
	await recount(sql, "pins", pins, ["thread_id"]);
	await recount(sql, "replies", branches, ["under_count"]);
	// Subtracted, not recounted: the old thread may have a hundred thousand replies.
	const gone = moved.filter(({ counts }) => counts).length;
	await countReplies(sql, oldId, -gone);
	await recount(sql, "threads", [oldId], ["last_activity_at"]);
	const shape = ["reply_count", "top_count", "last_activity_at"] as const;
	await recount(sql, "threads", [newId], shape);
	const settled = await sql`
		SELECT 1 FROM threads WHERE settled_by_reply_id = ANY(${idsOf(moved.filter(({ goes }) => goes))}::int[]) LIMIT 1`;
	if (settled.length > 0) await recountSettled(sql, [oldId, newId]);
}

const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id);
