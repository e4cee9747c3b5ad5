import { fragment, limit, sql } from "#app/platform/postgres/db.server.ts";
import { searchedText, searchedTitle } from "#app/search/plain.server.ts";
import { soundWordsOf } from "#app/search/sounds.ts";
import { SOURCES, type Source } from "#app/search/sources.server.ts";
import { wordsOf } from "#app/search/tokens.ts";

/** Raised when other words are made of the same text: then a start makes them again. */
const WORDS_VERSION = 3;
const BATCH = 50;

const MADE_OF = fragment(
	`md5(concat_ws(E'\\n', '${WORDS_VERSION}', s.title, s.short, s.html))`,
);

type Stale = {
	id: number;
	courseId: number;
	title: string;
	short: string;
	html: string;
	isHeading: boolean;
	madeOf: string;
};

type Indexing = {
	signal?: AbortSignal;
	/** Also what has not changed. */
	everything?: boolean;
	onProgress?: (of: Source, done: number, all: number) => void;
};

/** Makes the words of what has none or has changed, of all there is. Any number of times, also at once. */
export async function indexAll(options: Indexing = {}): Promise<void> {
	for (const of of Object.keys(SOURCES) as Source[]) {
		const [last] = await sql<{ id: number | null }>`
			SELECT max(id) AS id FROM ${SOURCES[of].rows} s`;
		const all = last?.id ?? 0;
		for (let done = 0; done < all; done += BATCH) {
			if (options.signal?.aborted) return;
			const ids = Array.from({ length: BATCH }, (_, i) => done + i + 1);
			await indexSome(of, ids, options.everything);
			options.onProgress?.(of, Math.min(done + BATCH, all), all);
		}
	}
}

/** The same of what `column` names, such as the blocks of a lesson. */
export async function indexWhere(
	of: Source,
	column: "id" | "course_id" | "lesson_id" | "reply_id",
	value: number,
	signal: AbortSignal,
): Promise<void> {
	let after = 0;
	while (!signal.aborted) {
		const rows = await sql<{ id: number }>`
			SELECT s.id FROM ${SOURCES[of].rows} s WHERE s.${fragment(column)} = ${value} AND s.id > ${after}
			ORDER BY s.id ${limit(BATCH)}`;
		if (rows.length === 0) return;
		const ids = rows.map(({ id }) => id);
		await indexSome(of, ids);
		after = ids.at(-1) ?? after;
	}
}

async function indexSome(of: Source, ids: number[], everything = false) {
	const { rows, column } = SOURCES[of];
	const stale = await sql<Stale>`
		SELECT s.id, s.course_id AS "courseId", s.title, s.short, s.html, s.is_heading AS "isHeading", ${MADE_OF} AS "madeOf"
		FROM ${rows} s LEFT JOIN search_documents d ON d.${column} = s.id
		WHERE s.id = ANY (${ids}::int[]) AND (${everything} OR d.made_of IS DISTINCT FROM ${MADE_OF})
		ORDER BY s.id`;
	if (stale.length === 0) return;
	const documents = await Promise.all(
		stale.map(async ({ id, courseId, madeOf, ...texts }) => ({
			...{ id, courseId, madeOf },
			words: await wordsIn(texts),
		})),
	);
	// What changed or went meanwhile is left to the job that this change has added.
	await sql`
		INSERT INTO search_documents (course_id, ${column}, made_of, words)
		SELECT made."courseId", made.id, made."madeOf", made.words::tsvector
		FROM jsonb_to_recordset(${JSON.stringify(documents)}::jsonb)
			AS made ("courseId" int, id int, "madeOf" text, words text)
		JOIN ${rows} s ON s.id = made.id AND made."madeOf" = ${MADE_OF} ORDER BY made.id
		ON CONFLICT (${column}) WHERE ${column} IS NOT NULL
		DO UPDATE SET made_of = excluded.made_of, words = excluded.words`;
}

type Texts = Pick<Stale, "title" | "short" | "html" | "isHeading">;

async function wordsIn({ title, short, html, isHeading }: Texts) {
	const text = `${await searchedTitle(short)}\n${searchedText(html)}`;
	const named = isHeading ? text : await searchedTitle(title);
	return wordsOf(isHeading ? "" : text, named, soundWordsOf(named));
}
