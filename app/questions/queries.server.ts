import type { Member } from "#app/courses/policy.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { synonymsIn } from "#app/glossary/glossary.ts";
import { findGlossary } from "#app/glossary/queries.server.ts";
import { piece, sql } from "#app/platform/db.server.ts";
import { tokensOf } from "#app/platform/tokens.ts";
import type { QuestionFilter, QuestionState } from "#app/questions/policy.ts";
import {
	reachable,
	THREAD_COLUMNS,
	THREAD_JOINS,
	type Thread,
	type ThreadRow,
	threadFrom,
} from "#app/threads/queries.server.ts";

export const QUESTIONS_PER_PAGE = 30;

/** The condition of a filter on questions `t`. */
function narrowed(by: Member, filter: QuestionFilter | null) {
	switch (filter) {
		case "waiting":
		case "follow_up":
			return piece`t.state = ${filter}::question_state`;
		case "unanswered":
			return piece`t.state <> 'answered' AND t.staff_replied_at IS NULL`;
		case "mine":
			return piece`t.author_id = ${by.id}`;
		default:
			return piece`true`;
	}
}

/**
 * One page of a course's questions that `by` may see, and how many there are: most "me too" first, then the oldest.
 * Cut from the order's index, joined late.
 */
export async function listQuestionPage(
	course: Course,
	by: Member,
	{
		filter,
		lesson,
		block,
		page,
	}: {
		filter: QuestionFilter | null;
		lesson: number | null;
		block: number | null;
		page: number;
	},
): Promise<{ questions: Thread[]; count: number }> {
	const chosen = piece`
		t.course_id = ${course.id} AND t.kind = 'question' AND t.removed_at IS NULL AND ${reachable(by)}
		AND ${narrowed(by, filter)} AND (${lesson}::int IS NULL OR t.lesson_id = (
			SELECT id FROM lessons WHERE course_id = ${course.id} AND number = ${lesson}::int
		))
		AND (${block}::int IS NULL OR EXISTS (SELECT 1 FROM anchors WHERE thread_id = t.id AND block_id = ${block}::int))`;
	const [rows, [counted]] = await Promise.all([
		sql<ThreadRow>`
			WITH page AS (
				SELECT t.id FROM threads t WHERE ${chosen} ORDER BY t.me_too DESC, t.created_at, t.number
				LIMIT ${QUESTIONS_PER_PAGE} OFFSET ${(page - 1) * QUESTIONS_PER_PAGE}
			)
			SELECT ${THREAD_COLUMNS}, false AS voted, false AS "hasWritten" FROM page JOIN threads t ON t.id = page.id ${THREAD_JOINS}
			ORDER BY t.me_too DESC, t.created_at, t.number`,
		sql<{
			count: number;
		}>`SELECT count(*)::int AS count FROM threads t WHERE ${chosen}`,
	]);
	return {
		questions: rows.map((row) => threadFrom(row, by)),
		count: counted?.count ?? 0,
	};
}

export type SimilarQuestion = {
	number: number;
	title: string;
	state: QuestionState;
	replyCount: number;
	voteCount: number;
};

const SIMILAR_SHOWN = 5;
/** Tokens of a title that are looked for; more say little more. */
const TOKENS_MAX = 24;
/** Below this share of common tokens two titles have nothing to do with each other. */
const ALIKE = 0.25;
/** What `ts_rank` gives for one word of a query of one word, with the default weight: 0.1 / (π² / 6). */
const RANK_OF_ONE = 0.1 / (Math.PI ** 2 / 6);
/** Tokens that make a question of a title, and say nothing of what it is about. */
const ASKING = new Set(
	"什么 是什 么是 为什 怎么 么样 如何 哪些 请问 老师 吗 呢 what is are the a an of to in why how does do".split(
		" ",
	),
);

/**
 * What questions `t` are looked for by whose titles have much in common with this one, and how alike they are: the share
 * of common tokens in the shorter title. `ts_rank` counts them, as it weighs words without position all the same. A term
 * of the glossary is looked for in all its words. Null: the title says nothing.
 */
async function likeness(course: Course, title: string) {
	const said = tokensOf(title)
		.filter((token) => !ASKING.has(token))
		.slice(0, TOKENS_MAX);
	if (said.length === 0) return null;
	const synonyms = synonymsIn(await findGlossary(course), title);
	const tokens = [...new Set([...said, ...synonyms.flatMap(tokensOf)])];
	return {
		asked: piece`(
			SELECT string_agg(quote_literal(token), '|')::tsquery AS query FROM unnest(${tokens}::text[]) token
		)`,
		alike: piece`(ts_rank(t.title_tokens, asked.query) * ${tokens.length / RANK_OF_ONE}::float
			/ greatest(1, least(length(t.title_tokens), ${said.length})))`,
	};
}

/** Questions with a title like this one: answered ones first, then the most alike. Found by index. */
export async function listSimilar(
	course: Course,
	by: Member,
	title: string,
): Promise<SimilarQuestion[]> {
	const like = await likeness(course, title);
	if (!like) return [];
	return sql<SimilarQuestion>`
		WITH asked AS MATERIALIZED ${like.asked}
		SELECT number, title, state, "replyCount", "voteCount" FROM (
			SELECT t.number, t.title, t.state, t.reply_count AS "replyCount", t.vote_count AS "voteCount", ${like.alike} AS alike
			FROM asked, threads t
			WHERE t.course_id = ${course.id} AND t.kind = 'question' AND t.removed_at IS NULL AND ${reachable(by)}
				AND t.title_tokens @@ asked.query
		) found WHERE alike >= ${ALIKE}
		ORDER BY (state = 'answered') DESC, alike DESC, "voteCount" DESC, number LIMIT ${SIMILAR_SHOWN}`;
}

const OPEN_SHOWN = 50;

/** Questions that an answer of this thread might settle as well: those with a title like its own, then all open ones. */
export async function listToSettle(
	course: Course,
	{ id, title }: { id: number; title: string },
) {
	const like = await likeness(course, title);
	return sql<{
		number: number;
		title: string;
		state: QuestionState;
		isPrivate: boolean;
		meToo: number;
	}>`
		WITH asked AS MATERIALIZED ${like?.asked ?? piece`(SELECT NULL::tsquery AS query)`}
		SELECT number, title, state, "isPrivate", "meToo" FROM (
			SELECT t.number, t.title, t.state, t.is_private AS "isPrivate", t.me_too AS "meToo", t.created_at,
				CASE WHEN t.title_tokens @@ asked.query THEN ${like?.alike ?? piece`0`} ELSE 0 END AS alike
			FROM asked, threads t
			WHERE t.course_id = ${course.id} AND t.kind = 'question' AND t.removed_at IS NULL AND t.closed_at IS NULL
				AND t.id <> ${id} AND (t.state IN ('waiting', 'discussed', 'follow_up') OR t.title_tokens @@ asked.query)
		) found WHERE state <> 'answered' OR alike >= ${ALIKE}
		ORDER BY alike DESC, "meToo" DESC, created_at, number LIMIT ${OPEN_SHOWN}`;
}

/** The answer elsewhere that settles a question, as it is shown there; an anonymous asker's without a name. */
export async function findSettling(replyId: number) {
	const [answer] = await sql<{
		id: number;
		html: string;
		name: string | null;
		threadTitle: string;
	}>`
		SELECT r.id, r.html, t.title AS "threadTitle", CASE WHEN NOT (
				t.is_anonymous AND r.author_id IS NOT DISTINCT FROM t.author_id
			) THEN coalesce(r.imported_name, a.name) END AS name
		FROM replies r JOIN threads t ON t.id = r.thread_id LEFT JOIN users a ON a.id = r.author_id
		WHERE r.id = ${replyId} AND r.removed_at IS NULL AND t.removed_at IS NULL AND NOT t.is_private`;
	return answer ?? null;
}

/** The questions that answers of this one settle as well, as far as `by` may come across them. */
export const listSettled = (threadId: number, by: Member) =>
	sql<{ number: number; title: string }>`
		SELECT t.number, t.title FROM replies r JOIN threads t ON t.closed_by_reply_id = r.id
		WHERE r.thread_id = ${threadId} AND t.removed_at IS NULL AND ${reachable(by)}
		ORDER BY t.closed_at, t.id LIMIT ${OPEN_SHOWN}`;
