import { setImmediate } from "node:timers/promises";
import type { Course } from "#app/courses/queries.server.ts";
import type { Glossary } from "#app/glossary/glossary.ts";
import { termCollector } from "#app/glossary/mark-terms.ts";
import { GLOSSARY, readGlossary } from "#app/glossary/queries.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { type Sql, sql } from "#app/platform/db.server.ts";

/** Lessons that are read and kept in one go; the reader of a page waits for no more. */
export const BATCH = 6;
/** Characters of HTML after which others have a turn: a few milliseconds. */
const STRETCH = 20_000;

type Block = { id: number; revision: number; html: string | null };
type Looked = { id: number; revision: number; termIds: number[] };

/** By course. */
const runs = new Map<number, Promise<void>>();

/**
 * Looks through the lessons of a course that have changed, or whose glossary has, until there are none, and keeps which
 * terms are marked in them. Whoever asks meanwhile waits for the same.
 */
export function lookThrough(course: Course): Promise<void> {
	const going = runs.get(course.id) ?? run(course);
	runs.set(course.id, going);
	return going;
}

/** Resolves when no lesson is being looked through, whatever came of it. */
export async function lookedThrough(): Promise<void> {
	while (runs.size > 0) await Promise.allSettled(runs.values());
}

let isStopping = false;

/** Ends what goes on after its present batch, for a process that is about to end: a later view goes on. */
export async function stopLooking(): Promise<void> {
	isStopping = true;
	await lookedThrough();
	isStopping = false;
}

async function run({ id }: Course): Promise<void> {
	let batches = 0;
	try {
		while (!isStopping && (await lookThroughBatch(id))) batches++;
	} finally {
		runs.delete(id);
		// Pages say that it goes on; a single batch they wait for.
		if (batches !== 1) changed(id);
	}
}

/** Returns false where there is nothing to look through. */
async function lookThroughBatch(courseId: number): Promise<boolean> {
	// With each batch anew: the words may have changed since the last.
	const [row] = await sql<{ version: number; glossary: string | null }>`
		SELECT g.version, ${GLOSSARY} AS glossary FROM courses c JOIN glossaries g ON g.course_id = c.id WHERE c.id = ${courseId}`;
	if (!row) return false;
	const blocks = await sql<Block>`
		WITH due AS (
			SELECT l.id, l.revision
			FROM (SELECT * FROM lessons WHERE course_id = ${courseId} ORDER BY position, id LIMIT 500) l
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

/** One at a time goes on, and everything else that waits comes before the next. */
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

/**
 * Has all lessons of a course looked through again, since words have come or gone. Part of the transaction that changes
 * them, and the last of its locks.
 */
export const forgetTerms = (sql: Sql, courseId: number) => sql`
	INSERT INTO glossaries AS g (course_id) VALUES (${courseId})
	ON CONFLICT (course_id) DO UPDATE SET version = g.version + 1`;

/** Has a lesson looked through again, since its text has been rendered anew. */
export const forgetLesson = (lessonId: number) =>
	sql`DELETE FROM lesson_terms WHERE lesson_id = ${lessonId}`;
