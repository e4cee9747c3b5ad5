import { changed } from "#app/platform/changes.server.ts";
import { sql, transaction } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { recountQuestions } from "#app/threads/question-state.server.ts";

/** Questions counted in one transaction: what else happens in the course waits for no more. */
const BATCH = 100;

type Named = { courseId: number; userId: number };

/** The questions of a course that an account has replied to and that are still to be counted, in the order of their ids. */
async function idsToCount({ courseId, userId }: Named): Promise<number[]> {
	const rows = await sql<{ id: number }>`
		SELECT DISTINCT q.id FROM memberships m
		JOIN replies r ON r.author_id = m.user_id
		JOIN threads q ON q.id = r.thread_id AND q.course_id = m.course_id AND q.kind = 'question' AND q.id > m.recounted_to
		WHERE m.course_id = ${courseId} AND m.user_id = ${userId} ORDER BY q.id`;
	return rows.map(({ id }) => id);
}

/** Counts the questions of `ids` anew, and keeps how far it came: null where that was the last of them. */
const countBatch = (
	{ courseId, userId }: Named,
	ids: number[],
	isLast: boolean,
) =>
	transaction(async (sql) => {
		await recountQuestions(sql, { threadIds: ids });
		await sql`
			UPDATE memberships SET recounted_to = ${isLast ? null : ids.at(-1)}
			WHERE course_id = ${courseId} AND user_id = ${userId} AND recounted_to IS NOT NULL`;
	});

/**
 * Counts the states of the questions anew that somebody with a new role has replied to. Returns after the first hundred;
 * the rest goes on by itself, and after a crash with the next start (`resumeRecounts`).
 */
export async function recountFor(named: Named): Promise<void> {
	const ids = await idsToCount(named);
	const next = async () => {
		const batch = ids.splice(0, BATCH);
		await countBatch(named, batch, ids.length === 0);
		changed(named.courseId);
	};
	await next();
	if (ids.length === 0) return;
	const rest = async () => {
		while (ids.length > 0) await next();
	};
	running = running.then(rest).catch((err) => {
		log.warn(
			{ err, ...named },
			"the next start goes on with the recount after a new role",
		);
	});
}

let running: Promise<void> = Promise.resolve();

/** Resolves when no recount goes on: for a process that is about to end. */
export const recountsDone = () => running;

/** Goes on with what a process that was killed had left. */
export async function resumeRecounts(): Promise<void> {
	const left = await sql<Named>`
		SELECT course_id AS "courseId", user_id AS "userId" FROM memberships WHERE recounted_to IS NOT NULL`;
	for (const named of left) await recountFor(named);
}
