import { setImmediate, setTimeout } from "node:timers/promises";
import type { Course } from "#app/courses/queries.server.ts";
import type { Glossary } from "#app/glossary/glossary.ts";
import { termCollector } from "#app/glossary/mark-terms.ts";
import { GLOSSARY, readGlossary } from "#app/glossary/queries.server.ts";
import { changed } from "#app/platform/postgres/changes.server.ts";
import { type Sql, sql } from "#app/platform/postgres/db.server.ts";

/** Lessons in one batch; a page waits for no more. */
export const BATCH = 6;
/** Characters of HTML between two turns of the event loop: a few milliseconds. */
const STRETCH = 20_000;

type Block = { id: number; revision: number; html: string | null };
type Looked = { id: number; revision: number; termIds: number[] };

const runs = new Map<number, Promise<void>>();

/**
 * Reads lessons that changed, or whose glossary did, until none is left, and stores their marked terms. Concurrent
 * callers share a run. With a pause the page that found them is made first.
 */
export function lookThrough(course: Course, pauseMs = 0): Promise<void> {
	const going = runs.get(course.id) ?? run(course, pauseMs);
	runs.set(course.id, going);
	return going;
}

/** Resolves whether the runs fail or not. */
export async function lookedThrough(): Promise<void> {
	while (runs.size > 0) await Promise.allSettled(runs.values());
}

let isStopping = false;

/** Stops after the present batch; a later view continues. */
export async function stopLooking(): Promise<void> {
	isStopping = true;
	await lookedThrough();
	isStopping = false;
}

async function run({ id }: Course, pauseMs: number): Promise<void> {
	let batches = 0;
	try {
		if (pauseMs > 0) await setTimeout(pauseMs);
		while (!isStopping && (await lookThroughBatch(id))) batches++;
	} finally {
		runs.delete(id);
		// Pages wait for a single batch, and show that more are underway.
		if (batches !== 1) changed({ courseId: id });
	}
}

/** False where nothing is left. */
async function lookThroughBatch(courseId: number): Promise<boolean> {
	// Read for each batch, as the words may have changed.
	const [row] = await sql<{ version: number; glossary: string | null }>`
		SELECT g.version, ${GLOSSARY} AS glossary FROM courses c JOIN glossaries g ON g.course_id = c.id WHERE c.id = ${courseId}`;
	if (!row) return false;
	const blocks = await sql<Block>`
		WITH due AS (
			SELECT l.id, l.revision
			FROM (SELECT * FROM lessons WHERE course_id = ${courseId} AND is_shown ORDER BY position, id LIMIT 500) l
			LEFT JOIN lesson_terms t ON t.lesson_id = l.id
			WHERE (t.revision, t.glossary_version) IS DISTINCT FROM (l.revision, ${row.version}::int)
			ORDER BY l.position, l.id LIMIT ${BATCH}
		)
		SELECT due.id, due.revision, b.html FROM due LEFT JOIN blocks b ON b.lesson_id = due.id AND b.position IS NOT NULL
		ORDER BY due.id, b.position`;
	if (blocks.length === 0) return false;
	const looked = await look(readGlossary(row.glossary), blocks);
	await sql`
		INSERT INTO lesson_terms (lesson_id, revision, glossary_version, term_ids)
		SELECT id, revision, ${row.version}, "termIds"
		FROM json_to_recordset(${JSON.stringify(looked)}::json) looked (id int, revision int, "termIds" json)
		ON CONFLICT (lesson_id) DO UPDATE SET revision = excluded.revision, glossary_version = excluded.glossary_version,
			term_ids = excluded.term_ids`;
	return true;
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** One run at a time continues, after everything else that waits. */
const myTurn = () => {
	lastTurn = lastTurn.then(() => setImmediate());
	return lastTurn;
};

async function look(glossary: Glossary, blocks: Block[]): Promise<Looked[]> {
	const looked: Looked[] = [];
	let collector = termCollector(glossary);
	let left = 0;
	for (const [i, { id, revision, html }] of blocks.entries()) {
		left -= html?.length ?? 0;
		if (left < 0) {
			await myTurn();
			left = STRETCH;
		}
		collector.read(html ?? "");
		if (blocks[i + 1]?.id === id) continue;
		looked.push({ id, revision, termIds: [...collector.ids] });
		collector = termCollector(glossary);
	}
	return looked;
}

/** Marks all lessons as unread. Part of the transaction that changes words, and the last of its locks. */
export const forgetTerms = (sql: Sql, courseId: number) => sql`
	INSERT INTO glossaries AS g (course_id) VALUES (${courseId})
	ON CONFLICT (course_id) DO UPDATE SET version = g.version + 1`;

/** Marks a lesson as unread, since its text was rendered anew. */
export const forgetLesson = (lessonId: number) =>
	sql`DELETE FROM lesson_terms WHERE lesson_id = ${lessonId}`;
