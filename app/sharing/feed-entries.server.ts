import * as paths from "#app/paths.ts";
import {
	fragment,
	limit,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type { Entry } from "#app/sharing/feed.server.ts";
import {
	everybody,
	repliesIn,
	threads,
	writerOf,
} from "#app/visibility/relations.server.ts";
import type { Words } from "#app/words/zh.ts";

const ENTRIES_MAX = 30;

const STAFF_MAX = 20;

type Row = {
	id: number;
	title: string;
	html: string;
	name: string | null;
	isAnonymous: boolean;
	createdAt: Date;
	editedAt: Date | null;
};

const authorOf = ({ name, isAnonymous }: Pick<Row, "name" | "isAnonymous">) =>
	name ?? (isAnonymous ? null : undefined);

const entryOf = (row: Row) => ({
	...{ html: row.html, author: authorOf(row) },
	...{ publishedAt: row.createdAt, updatedAt: row.editedAt },
});

const written = (row: "t" | "r"): Piece => piece`
	coalesce(${fragment(row)}.imported_name, (SELECT name FROM users WHERE id = ${writerOf(row, everybody)})) AS name,
	t.is_anonymous AND ${fragment(row)}.author_id IS NOT DISTINCT FROM t.author_id AS "isAnonymous",
	${fragment(row)}.created_at AS "createdAt", ${fragment(row)}.edited_at AS "editedAt"`;

/** Of one thread. Not by id as well: of an import thousands may have one time. */
export async function replyEntries(
	slug: string,
	threadId: number,
	{ feeds, threads: says }: Words,
): Promise<Entry[]> {
	const rows = await sql<Row>`
		SELECT r.id, t.title, r.html, ${written("r")} FROM ${threads(everybody)} t JOIN ${repliesIn(everybody)} r ON true
		WHERE t.id = ${threadId} ORDER BY r.created_at DESC ${limit(ENTRIES_MAX)}`;
	return rows.map((row) => ({
		key: `reply/${row.id}`,
		title: feeds.reply(
			row.name ?? (row.isAnonymous ? says.anonymous : says.formerAccount),
		),
		path: paths.reply(slug, row.id),
		...entryOf(row),
	}));
}

/** By people, not the threads that lessons bring. */
export async function threadEntries(
	slug: string,
	courseId: number,
): Promise<Entry[]> {
	const rows = await sql<Row & { number: number }>`
		SELECT t.id, t.number, t.title, t.html, ${written("t")} FROM ${threads(everybody)} t
		WHERE t.course_id = ${courseId} AND t.kind IN ('question', 'topic', 'announcement')
		ORDER BY t.number DESC ${limit(ENTRIES_MAX)}`;
	return rows.map((row) => ({
		key: `thread/${row.id}`,
		title: row.title,
		path: paths.thread(slug, row.number),
		...entryOf(row),
	}));
}

/** None that would say an anonymous asker is of the staff. */
export async function answerEntries(
	slug: string,
	courseId: number,
	{ feeds }: Words,
): Promise<Entry[]> {
	const rows = await sql<Row>`
		SELECT found.* FROM (
			SELECT user_id FROM memberships WHERE course_id = ${courseId} AND role > 'learner'
			ORDER BY role DESC, created_at, user_id ${limit(STAFF_MAX)}
		) m CROSS JOIN LATERAL (
			SELECT r.id, t.title, r.html, ${written("r")} FROM ${threads(everybody)} t JOIN ${repliesIn(everybody)} r ON true
			WHERE r.author_id = m.user_id AND t.course_id = ${courseId} AND ${writerOf("r", everybody)} IS NOT NULL
			ORDER BY r.created_at DESC, r.id DESC ${limit(ENTRIES_MAX)}
		) found ORDER BY found."createdAt" DESC, found.id DESC ${limit(ENTRIES_MAX)}`;
	return rows.map((row) => ({
		key: `reply/${row.id}`,
		title: feeds.answer(row.title),
		path: paths.reply(slug, row.id),
		...entryOf(row),
	}));
}

export const newestFirst = (entries: Entry[]): Entry[] =>
	entries
		.toSorted((one, other) => +other.publishedAt - +one.publishedAt)
		.slice(0, ENTRIES_MAX);
