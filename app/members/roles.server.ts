import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { makeOwner } from "#app/accounts/commands.server.ts";
import { lockThreads } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import { addJob, type Task } from "#app/platform/jobs/queue.server.ts";
import { changed } from "#app/platform/postgres/changes.server.ts";
import {
	limit,
	piece,
	type Sql,
	transaction,
	withPrisma,
} from "#app/platform/postgres/db.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { isStaff, type Role } from "#app/visibility/member.ts";

// A new role may change the state of thousands of questions. The change is stored with the role, and a job follows it in
// batches of threads.

const BATCH = 100;

/** Called with a first reply, vote or thread. */
export async function becomeLearner(sql: Sql, courseId: number, by: Member) {
	if (by.role === null)
		await sql`INSERT INTO memberships (course_id, user_id, role) VALUES (${courseId}, ${by.id}, 'learner') ON CONFLICT DO NOTHING`;
}

/** Of a new course, in which nobody has written. */
export const addInstructor = (sql: Sql, courseId: number, userId: number) =>
	withPrisma(sql, (db) =>
		db.membership.createMany({
			data: { courseId, userId, role: "instructor" },
		}),
	);

/** The transaction must have the course locked. */
export async function giveRole(
	sql: Sql,
	courseId: number,
	userId: number,
	role: Role,
): Promise<void> {
	const [was] = await sql<{ role: Role }>`
		SELECT role FROM memberships WHERE course_id = ${courseId} AND user_id = ${userId} FOR NO KEY UPDATE`;
	await sql`
		INSERT INTO memberships (course_id, user_id, role) VALUES (${courseId}, ${userId}, ${role}::role)
		ON CONFLICT (course_id, user_id) DO UPDATE SET role = excluded.role`;
	if (isStaff(was?.role ?? null) === isStaff(role)) return;
	await sql`INSERT INTO role_changes (course_id, user_id) VALUES (${courseId}, ${userId})`;
	await addJob(sql, followRolesTask, {}, { key: String(courseId) });
}

/** Locks all courses: none may give roles or move replies meanwhile. */
export async function giveSite(sql: Sql, userId: number): Promise<void> {
	await sql`SELECT 1 FROM courses ORDER BY id FOR NO KEY UPDATE`;
	if (!(await makeOwner(sql, userId))) return;
	await sql`INSERT INTO role_changes (user_id) VALUES (${userId})`;
	await addJob(sql, followRolesTask, {});
}

/** The answer holds until the transaction ends. */
export async function teachesNow(
	sql: Sql,
	courseId: number,
	userId: number,
): Promise<boolean> {
	const [now] = await sql<{ teaches: boolean }>`
		WITH person AS (
			SELECT owner_at FROM users WHERE id = ${userId} FOR SHARE
		), member AS (
			SELECT role FROM memberships WHERE course_id = ${courseId} AND user_id = ${userId} FOR SHARE
		)
		SELECT EXISTS (SELECT FROM person WHERE owner_at IS NOT NULL)
			OR EXISTS (SELECT FROM member WHERE role <> 'learner') AS teaches`;
	return now?.teaches ?? false;
}

type Change = {
	id: number;
	courseId: number | null;
	userId: number;
	followedTo: number;
};

/** Ends the person's earlier changes too: questions were counted by the present role. */
const end = (sql: Sql, { id, courseId, userId }: Change) => sql`
	DELETE FROM role_changes WHERE id IN (
		SELECT id FROM role_changes
		WHERE id <= ${id} AND user_id = ${userId} AND course_id IS NOT DISTINCT FROM ${courseId}
		FOR UPDATE SKIP LOCKED
	)`;

/** One batch of the newest change that nobody else follows. Null: there is none. */
async function followOne(): Promise<Change | null> {
	const followed = await transaction(async (sql) => {
		const [change] = await sql<Change>`
			SELECT id, course_id AS "courseId", user_id AS "userId", followed_to AS "followedTo" FROM role_changes
			ORDER BY id DESC LIMIT 1 FOR UPDATE SKIP LOCKED`;
		if (!change) return null;
		const { courseId, userId } = change;
		// Threads are cut before they are joined: one may hold thousands of the replies.
		const threads = await sql<{ id: number; follows: boolean }>`
			WITH written AS (
				SELECT DISTINCT thread_id AS id FROM replies
				WHERE author_id = ${userId} AND thread_id > ${change.followedTo} ORDER BY 1 ${limit(BATCH)}
			)
			SELECT id, t.kind = 'question' AND t.author_id IS DISTINCT FROM ${userId}
				${courseId === null ? piece`` : piece`AND t.course_id = ${courseId}`} AS follows
			FROM written JOIN threads t USING (id) ORDER BY id`;
		const ids = threads.flatMap(({ id, follows }) => (follows ? [id] : []));
		await lockThreads(sql, ids);
		await recount(sql, "threads", ids, ["staff_replied_at", "staff_first_at"]);
		if (threads.length < BATCH) await end(sql, change);
		else
			await sql`UPDATE role_changes SET followed_to = ${threads.at(-1)?.id} WHERE id = ${change.id}`;
		return change;
	});
	if (followed) changed({ courseId: followed.courseId });
	return followed;
}

/** Changes are in their own table, where a newer one of the same person ends the earlier ones. */
export const followRolesTask: Task = {
	name: "followRoles",
	payload: z.object({}).strict(),
	atStart: {},
	merges: true,
	async run(_, signal) {
		let begun = performance.now();
		while (!signal.aborted && (await followOne())) {
			// A pause as long as the batch: it takes at most half of the database's time.
			await delay(performance.now() - begun);
			begun = performance.now();
		}
	},
};
