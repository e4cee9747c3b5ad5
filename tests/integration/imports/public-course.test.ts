import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { importLessons } from "#app/imports/commands.server.ts";
import { readSources } from "#app/imports/source.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { truncateAll } from "#tests/support/database.ts";
import { publicCourse } from "#tests/support/public-course.ts";
import { drifted } from "#tests/support/recount.ts";

beforeEach(truncateAll);

/** Imports the course's folder. */
async function bringIn() {
	const folder = await mkdtemp(join(tmpdir(), "public-"));
	try {
		for (const { name, text } of publicCourse())
			await writeFile(join(folder, name), text);
		const { sources } = await readSources(folder);
		return await importLessons(sources, { slug: "public", byId: null });
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

it("thirty documents of a public course come in as they were written", async () => {
	const reports = await bringIn();
	const found = await sql<{
		title: string;
		comments: number;
		answers: number;
		questions: number;
		codes: number;
		headings: number;
	}>`
		SELECT l.title,
			(SELECT count(*)::int FROM replies r JOIN threads t ON t.id = r.thread_id WHERE t.lesson_id = l.id AND r.parent_id IS NULL) AS comments,
			(SELECT count(*)::int FROM replies r JOIN threads t ON t.id = r.thread_id WHERE t.lesson_id = l.id AND r.source_answers_id IS NOT NULL) AS answers,
			(SELECT count(*)::int FROM threads t WHERE t.lesson_id = l.id AND t.kind = 'thinking') AS questions,
			(SELECT count(*)::int FROM blocks b WHERE b.lesson_id = l.id AND b.kind = 'code') AS codes,
			(SELECT count(*)::int FROM blocks b WHERE b.lesson_id = l.id AND b.kind = 'heading') AS headings
		FROM lessons l ORDER BY l.position`;
	const byName = new Map(publicCourse().map((one) => [one.name, one]));
	expect(
		reports.map(({ name, problems }) => [
			name,
			problems.map((one) => one.reason),
		]),
	).toEqual(reports.map(({ name }) => [name, byName.get(name)?.problems]));
	expect(found.map(({ title: _, headings: __, ...counts }) => counts)).toEqual(
		reports.map(({ name }) => {
			const { comments, answers, questions } = byName.get(name) ?? {};
			return { comments, answers, questions, codes: 1 };
		}),
	);
	expect(Math.max(...found.map(({ headings }) => headings))).toBe(1);
	expect(await drifted()).toEqual([]);
	expect(
		(await bringIn()).every(({ outcome }) => outcome === "unchanged"),
	).toBe(true);
});
