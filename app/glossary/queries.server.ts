import type { AppLoadContext } from "@remix-run/node";
import { LRUCache } from "lru-cache";
import {
	type Course,
	findCourse,
	type InCourse,
} from "#app/courses/queries.server.ts";
import { type Glossary, glossaryOf } from "#app/glossary/glossary.ts";
import { canEditGlossary } from "#app/glossary/policy.ts";
import { idFrom, notFound } from "#app/platform/http/request.server.ts";
import { db, fragment, sql } from "#app/platform/postgres/db.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { repliesIn, threads } from "#app/visibility/relations.server.ts";

/** A column for course `c`, read by `readGlossary`. At most 500 terms. */
export const GLOSSARY = fragment(`(
	SELECT json_agg(json_build_object(
		'id', id, 'source', source, 'renderings', renderings, 'meaning', meaning, 'replyId', reply_id
	))::text FROM (SELECT * FROM terms WHERE course_id = c.id AND removed_at IS NULL ORDER BY id LIMIT 500) listed
)`);

// Keyed by the column's text, so that unchanged terms are not parsed again.
const glossaries = new LRUCache<string, Glossary>({
	maxSize: 1_000_000,
	sizeCalculation: (_, text) => text.length,
});

export function readGlossary(column: string | null): Glossary {
	const text = column ?? "[]";
	let glossary = glossaries.get(text);
	if (!glossary) {
		glossary = glossaryOf(JSON.parse(text));
		glossaries.set(text, glossary);
	}
	return glossary;
}

export async function findGlossary(course: Course): Promise<Glossary> {
	const [row] = await sql<{ glossary: string | null }>`
		SELECT ${GLOSSARY} AS glossary FROM courses c WHERE c.id = ${course.id}`;
	return readGlossary(row?.glossary ?? null);
}

type Preferred = { rendering: string; at: Date; by: string | null };

export type TermEntry = {
	id: number;
	source: string;
	renderings: string[];
	meaning: string;
	isRemoved: boolean;
	/** Null: nowhere, or where the viewer may not look. */
	decidedIn: {
		threadNumber: number;
		replyId: number;
		isPinned: boolean;
	} | null;
	preferred: Preferred[];
};

type Row = Omit<TermEntry, "decidedIn" | "preferred"> & {
	threadNumber: number | null;
	replyId: number | null;
	isPinned: boolean;
	at: Date;
	by: string | null;
	earlier: { rendering: string; at: string; by: string | null }[] | null;
};

/** By source word, at most 500; to staff also removed ones. */
export async function listTerms(
	course: Course,
	by: Member,
): Promise<TermEntry[]> {
	const rows = await sql<Row>`
		SELECT m.id, m.source, m.renderings, m.meaning, m.removed_at IS NOT NULL AS "isRemoved",
			t.number AS "threadNumber", r.id AS "replyId",
			(SELECT true FROM pins WHERE reply_id = r.id AND unpinned_at IS NULL) IS TRUE AS "isPinned",
			coalesce(m.edited_at, m.created_at) AS at, (SELECT name FROM users WHERE id = m.by_id) AS by,
			CASE WHEN m.version > 1 THEN (
				SELECT json_agg(json_build_object(
					'rendering', renderings[1], 'at', created_at, 'by', (SELECT name FROM users WHERE id = by_id)
				) ORDER BY version) FROM term_edits WHERE term_id = m.id
			) END AS earlier
		FROM terms m
		LEFT JOIN (${threads(by)} t JOIN ${repliesIn(by)} r ON true) ON r.id = m.reply_id
		WHERE m.course_id = ${course.id} AND (m.removed_at IS NULL OR ${canEditGlossary(by)})
		ORDER BY lower(m.source), m.id LIMIT 500`;
	return rows.map(({ threadNumber, replyId, isPinned, ...row }) => {
		const { at, by, earlier, ...term } = row;
		const now = { rendering: term.renderings[0] ?? "", at, by };
		const versions = [...(earlier ?? []), now];
		return {
			...term,
			decidedIn:
				threadNumber && replyId ? { threadNumber, replyId, isPinned } : null,
			preferred: versions
				.filter(({ rendering }, i) => rendering !== versions[i - 1]?.rendering)
				.map((one) => ({ ...one, at: new Date(one.at) }))
				.toReversed(),
		};
	});
}

export type TermInForm = {
	id: number;
	source: string;
	renderings: string[];
	meaning: string;
	version: number;
};

type Args = {
	request: Request;
	params: { course?: string; id?: string };
	context: AppLoadContext;
};

const IN_FORM = {
	id: true,
	source: true,
	renderings: true,
	meaning: true,
	version: true,
} as const;

/** Removed terms too. @throws Response 404 */
export async function findTerm(
	args: Args,
): Promise<InCourse & { term: TermInForm & { isRemoved: boolean } }> {
	const found = await findCourse(args);
	const row = await db.term.findUnique({
		where: { id: idFrom(args.params.id), courseId: found.course.id },
		select: { ...IN_FORM, removedAt: true },
	});
	if (!row || (row.removedAt && !canEditGlossary(found.by))) throw notFound();
	const { removedAt, ...term } = row;
	return { ...found, term: { ...term, isRemoved: removedAt !== null } };
}

/** Null where it decided none. */
export const findTermOf = (replyId: number): Promise<TermInForm | null> =>
	db.term.findUnique({ where: { replyId }, select: IN_FORM });
