import { beforeEach, describe, expect, it } from "vitest";
import { nameRole } from "#app/members/commands.server.ts";
import { recountsDone, resumeRecounts } from "#app/members/recount.server.ts";
import { sql } from "#app/platform/db.server.ts";
import { makeReply, makeThread, useCast } from "#tests/support/cast.ts";

const cast = useCast();
const QUESTIONS = 250;

/** Questions with an answer by the learner `other`. */
beforeEach(async () => {
	await sql`
		WITH asked AS (
			INSERT INTO threads (course_id, number, kind, title, author_id, reply_count, top_count, others_count)
			SELECT ${cast.course.id}, 1000 + n, 'question', 'q', ${cast.learner.id}, 1, 1, 1 FROM generate_series(1, ${QUESTIONS}::int) n
			RETURNING id
		)
		INSERT INTO replies (thread_id, author_id, source, html, renderer)
		SELECT id, ${cast.other.id}, 'a', '<p>a</p>', 2 FROM asked`;
	await sql`UPDATE courses SET last_thread_number = ${1000 + QUESTIONS} WHERE id = ${cast.course.id}`;
});

const answered = async () => {
	const [row] = await sql<{ count: number }>`
		SELECT count(*)::int FROM threads WHERE state = 'answered'`;
	return row?.count;
};
const name = (role: "assistant" | "learner") =>
	nameRole(cast.course.id, cast.other.handle, role);

describe("after a new role", () => {
	it("the questions that somebody has replied to follow, to the last", async () => {
		await name("assistant");
		await recountsDone();
		expect(await answered()).toBe(QUESTIONS);
		await name("learner");
		await recountsDone();
		expect(await answered()).toBe(0);
	});

	it("those of another course stay, as no role was named there", async () => {
		const [course] = await sql<{ id: number; slug: string; title: string }>`
			INSERT INTO courses (slug, title) VALUES ('other', 'Other') RETURNING id, slug, title`;
		if (!course) throw new Error("No course");
		const thread = await makeThread(course, cast.learner, {
			kind: "question",
		});
		await makeReply(course, thread.id, cast.other);
		await name("assistant");
		await recountsDone();
		const [there] = await sql<{ state: string }>`
			SELECT state FROM threads WHERE id = ${thread.id}`;
		expect(there?.state).toBe("discussed");
	});

	it("the next start goes on where a killed server stopped", async () => {
		await sql`
			UPDATE memberships SET role = 'assistant', recounted_to = (SELECT min(id) + 99 FROM threads WHERE number > 1000)
			WHERE user_id = ${cast.other.id}`;
		await resumeRecounts();
		await recountsDone();
		expect(await answered()).toBe(QUESTIONS - 100);
		const [left] =
			await sql`SELECT 1 FROM memberships WHERE recounted_to IS NOT NULL`;
		expect(left).toBeUndefined();
	});
});
