import { lockWords } from "#app/counters/locks.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { wordKey, wordsOf } from "#app/glossary/glossary.ts";
import { forgetTerms } from "#app/glossary/lesson-terms.server.ts";
import type { TermWords } from "#app/glossary/schema.ts";
import { Invalid, Refusal } from "#app/platform/forms/refusal.ts";
import { type Sql, withPrisma } from "#app/platform/postgres/db.server.ts";
import type { Member } from "#app/visibility/member.ts";

type Given = {
	by: Member;
	course: Course;
	words: TermWords;
	reason?: string;
};
type Now = TermWords & { id: number; version: number };

const plain = ({ source, renderings, meaning }: TermWords) =>
	[source, renderings.join("、"), meaning].filter(Boolean).join("\n");

const written = ({ source, renderings }: TermWords) =>
	[source, ...renderings].join("\n");

const freeWords = async (sql: Sql, term: { id: number }) =>
	(
		await sql<{ word: string }>`
			DELETE FROM term_words WHERE term_id = ${term.id} RETURNING word`
	).map(({ word }) => word);

/** Returns those that belong to another term. */
async function takeWords(
	sql: Sql,
	course: Course,
	term: { id: number },
	words: TermWords,
): Promise<string[]> {
	await lockWords(sql, course.id);
	const had = await freeWords(sql, term);
	const wanted = wordsOf(words);
	const taken = await sql<{ word: string }>`
		INSERT INTO term_words (course_id, word, term_id)
		SELECT ${course.id}, word, ${term.id} FROM unnest(${wanted}::text[]) word ON CONFLICT DO NOTHING RETURNING word`;
	const own = new Set(taken.map(({ word }) => word));
	if (had.length !== own.size || had.some((word) => !own.has(word)))
		await forgetTerms(sql, course.id);
	return wanted.filter((word) => !own.has(word));
}

/** @throws Invalid at the field whose word another term has */
function refuseTaken(
	taken: string[],
	{ source, renderings: [preferred = ""] }: TermWords,
): void {
	if (taken.length === 0) return;
	const field = taken.includes(wordKey(source))
		? "source"
		: taken.includes(wordKey(preferred))
			? "rendering"
			: "otherRenderings";
	throw new Invalid(field, "wordTaken");
}

async function insert(
	sql: Sql,
	{ by, course, words }: Given,
	replyId: number | null,
): Promise<number> {
	const { source, renderings, meaning } = words;
	const text = { source, renderings, meaning };
	const term = await withPrisma(sql, (db) =>
		db.term.create({
			data: { ...text, courseId: course.id, replyId, byId: by.id },
			select: { id: true },
		}),
	);
	refuseTaken(await takeWords(sql, course, term, words), words);
	return term.id;
}

async function rewrite(
	sql: Sql,
	now: Now,
	{ by, course, words }: Given,
): Promise<void> {
	refuseTaken(await takeWords(sql, course, now, words), words);
	if (plain(now) === plain(words)) return;
	await sql`
		INSERT INTO term_edits (term_id, version, source, renderings, meaning, by_id, created_at)
		SELECT id, version, source, renderings, meaning, by_id, coalesce(edited_at, created_at) FROM terms WHERE id = ${now.id}`;
	await sql`
		UPDATE terms SET source = ${words.source}, renderings = ${words.renderings}, meaning = ${words.meaning},
			version = version + 1, by_id = ${by.id}, edited_at = now()
		WHERE id = ${now.id}`;
	// Capitals alone change what is found, and no word that is taken.
	if (written(now) !== written(words)) await forgetTerms(sql, course.id);
}

/**
 * Runs in the transaction of the pin. Rewrites the term that this reply decided, else the one of the same source word,
 * restoring it if removed.
 * @throws Invalid where another term has one of the words
 */
export async function decideTerm(
	sql: Sql,
	reply: { id: number },
	given: Given,
): Promise<void> {
	const [now] = await sql<Now>`
		SELECT id, source, renderings, meaning, version FROM terms
		WHERE course_id = ${given.course.id} AND (reply_id = ${reply.id} OR lower(source) = lower(${given.words.source}))
		ORDER BY reply_id IS DISTINCT FROM ${reply.id}, removed_at IS NOT NULL, id LIMIT 1 FOR NO KEY UPDATE`;
	if (!now) {
		await insert(sql, given, reply.id);
		return;
	}
	await rewrite(sql, now, given);
	await sql`UPDATE terms SET reply_id = ${reply.id}, removed_at = NULL WHERE id = ${now.id}`;
}

/** @throws Invalid where another term has one of the words */
export const addTerm = (given: Given): Promise<void> =>
	act(given, async (sql, happened) => {
		const termId = await insert(sql, given, null);
		happened("term.added", { details: { termId } });
	});

/** @throws Refusal where it was edited since `version`, or removed @throws Invalid where another term has a word */
export const editTerm = (
	term: { id: number },
	given: Given & { version: number },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { version, words } = given;
		const [now] = await sql<Now>`
			SELECT id, source, renderings, meaning, version FROM terms
			WHERE id = ${term.id} AND removed_at IS NULL FOR NO KEY UPDATE`;
		if (!now) throw new Refusal("termRemoved");
		if (now.version !== version && plain(now) !== plain(words))
			throw new Refusal("staleEdit", {
				theirs: plain(now),
				version: now.version,
			});
		await rewrite(sql, now, given);
		happened("term.edited", { details: { termId: term.id } });
	});

type Act = Omit<Given, "words">;

/** Idempotent. */
export const removeTerm = (term: { id: number }, given: Act): Promise<void> =>
	act(given, async (sql, happened) => {
		await withPrisma(sql, (db) =>
			db.term.updateMany({
				where: { id: term.id, removedAt: null },
				data: { removedAt: new Date() },
			}),
		);
		if ((await freeWords(sql, term)).length > 0)
			await forgetTerms(sql, given.course.id);
		happened("term.removed", { details: { termId: term.id } });
	});

/** Idempotent. @throws Refusal where another term has one of its words by now */
export const restoreTerm = (term: { id: number }, given: Act): Promise<void> =>
	act(given, async (sql, happened) => {
		const [words] = await withPrisma(sql, (db) =>
			db.term.updateManyAndReturn({
				where: { id: term.id },
				data: { removedAt: null },
				select: { source: true, renderings: true, meaning: true },
			}),
		);
		if (!words) return;
		const taken = await takeWords(sql, given.course, term, words);
		if (taken.length > 0) throw new Refusal("termTaken");
		happened("term.restored", { details: { termId: term.id } });
	});
