import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { lockCourse } from "#app/counters/locks.server.ts";
import { createCourse } from "#app/courses/commands.server.ts";
import { importLessons } from "#app/imports/commands.server.ts";
import { nameOwner, nameRole } from "#app/members/commands.server.ts";
import { giveRole } from "#app/members/roles.server.ts";
import {
	type Sql,
	sql,
	transaction,
} from "#app/platform/postgres/db.server.ts";
import { makeReply, makeThread, useCast } from "#tests/support/cast.ts";
import { lessonDocument, sourceOf } from "#tests/support/documents.ts";
import { runJobs } from "#tests/support/jobs.ts";
import { meet } from "#tests/support/meeting.ts";
import { drifted } from "#tests/support/recount.ts";

const cast = useCast();

/** More questions than one batch follows, each with a reply by `other`. */
const MANY = 230;
const askMany = (courseId: number) => sql`
	WITH asked AS (
		INSERT INTO threads (course_id, number, kind, title, author_id, reply_count, top_count, others_count)
		SELECT ${courseId}, 1000 + n, 'question', '一问', ${cast.learner.id}, 1, 1, 1 FROM generate_series(1, ${MANY}::int) n
		RETURNING id, created_at
	)
	INSERT INTO replies (thread_id, author_id, source, html, renderer, created_at)
	SELECT id, ${cast.other.id}, '一答', '', 1, created_at FROM asked`;

const answered = async (courseId = cast.course.id) =>
	(
		await sql`SELECT 1 FROM threads WHERE course_id = ${courseId} AND state = 'answered'`
	).length;

const name = (role: "learner" | "assistant") =>
	nameRole(cast.other.handle, { by: null, course: cast.course, role: role });

/** How many questions `act` locked in each batch. */
async function batchesOf(act: () => Promise<void>) {
	const sent = vi.spyOn(pg.Client.prototype, "query");
	await act();
	const batches = sent.mock.calls.flatMap(([given]) => {
		const { text, values } = given as unknown as pg.QueryConfig;
		return /FOR NO KEY UPDATE$/.test(text ?? "") && Array.isArray(values?.[0])
			? [values[0].length]
			: [];
	});
	sent.mockRestore();
	return batches;
}

describe("the questions that somebody has answered follow their new role", () => {
	it("in any number, and only in the course", async () => {
		const elsewhere = await createCourse({
			...{ slug: "elsewhere", title: "别处", description: "" },
		});
		await askMany(cast.course.id);
		await askMany(elsewhere.id);
		const untouched = () =>
			sql`SELECT id, xmin::text FROM threads WHERE course_id = ${elsewhere.id} ORDER BY id`;
		const before = await untouched();
		await name("assistant");
		await runJobs();
		expect(await answered()).toBe(MANY);
		expect(await untouched()).toEqual(before);
		await name("learner");
		await runJobs();
		expect(await answered()).toBe(0);
	});

	it("a hundred at a time, after the act is answered", async () => {
		await askMany(cast.course.id);
		const batches = await batchesOf(async () => {
			await name("assistant");
			await runJobs();
		});
		expect(batches).toEqual([100, 100, 30]);
	});

	it("once if it changed twice before that", async () => {
		await askMany(cast.course.id);
		await transaction(async (sql) => {
			for (const role of ["assistant", "learner"] as const)
				await giveRole(sql, cast.course.id, cast.other.id, role);
		});
		const batches = await batchesOf(runJobs);
		expect(batches).toEqual([100, 100, 30]);
		expect(await sql`SELECT 1 FROM role_changes`).toEqual([]);
	});

	it("in every course if somebody becomes a site owner", async () => {
		const elsewhere = await createCourse({
			...{ slug: "elsewhere", title: "别处", description: "" },
		});
		await askMany(cast.course.id);
		await askMany(elsewhere.id);
		await nameOwner(cast.other.handle);
		await runJobs();
		expect(await answered()).toBe(MANY);
		expect(await answered(elsewhere.id)).toBe(MANY);
	});

	it("if an import names its instructor", async () => {
		await askMany(cast.course.id);
		await importLessons([sourceOf(lessonDocument())], {
			...{ slug: "course", byId: null, instructorId: cast.other.id },
		});
		await runJobs();
		expect(await answered()).toBe(MANY);
	});

	it("by the next server if one was killed in between", async () => {
		await askMany(cast.course.id);
		await transaction(async (sql) => {
			await lockCourse(sql, cast.course.id);
			await giveRole(sql, cast.course.id, cast.other.id, "assistant");
		});
		expect(await answered()).toBe(0);
		await runJobs();
		expect(await answered()).toBe(MANY);
		expect(await sql`SELECT 1 FROM role_changes`).toEqual([]);
	});

	it("if the answer is being sent while the role is given", async () => {
		const { course, learner, other } = cast;
		const { id } = await makeThread(course, learner, { kind: "question" });
		const parent = await makeReply(course, id, learner);
		const answer = () => makeReply(course, id, other, { parentId: parent.id });
		const hold = (sql: Sql) =>
			sql`SELECT 1 FROM replies WHERE id = ${parent.id} FOR UPDATE`;
		await meet(hold, answer, () => name("assistant"));
		await runJobs();
		expect(await answered()).toBe(1);
		expect(await drifted()).toEqual([]);
	});
});
