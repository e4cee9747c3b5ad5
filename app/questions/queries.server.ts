import type { Member } from "#app/courses/policy.ts";
import type { Course } from "#app/courses/queries.server.ts";
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
				SELECT t.id FROM threads t WHERE ${chosen} ORDER BY t.vote_count DESC, t.created_at, t.number
				LIMIT ${QUESTIONS_PER_PAGE} OFFSET ${(page - 1) * QUESTIONS_PER_PAGE}
			)
			SELECT ${THREAD_COLUMNS}, false AS voted FROM page JOIN threads t ON t.id = page.id ${THREAD_JOINS}
			ORDER BY t.vote_count DESC, t.created_at, t.number`,
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
/** Tokens of a title that are looked for; the rarest of a longer one say enough. */
const TOKENS_MAX = 24;
/** Below this share of common tokens two titles have nothing to do with each other. */
const ALIKE = 0.3;

/**
 * Questions whose titles have much in common with this one: answered ones first, then the most alike. Found by index;
 * the share is of the shorter title's tokens.
 */
export async function listSimilar(
	course: Course,
	by: Member,
	title: string,
): Promise<SimilarQuestion[]> {
	const tokens = tokensOf(title).slice(0, TOKENS_MAX);
	if (tokens.length === 0) return [];
	return sql<SimilarQuestion>`
		SELECT number, title, state, "replyCount", "voteCount" FROM (
			SELECT t.number, t.title, t.state, t.reply_count AS "replyCount", t.vote_count AS "voteCount",
				(SELECT count(*) FROM unnest(tsvector_to_array(t.title_tokens)) own WHERE own = ANY(${tokens}::text[]))::float
					/ least(length(t.title_tokens), ${tokens.length}) AS alike
			FROM threads t
			WHERE t.course_id = ${course.id} AND t.kind = 'question' AND t.removed_at IS NULL AND ${reachable(by)}
				AND t.title_tokens @@ array_to_string(ARRAY(SELECT quote_literal(x) FROM unnest(${tokens}::text[]) x), '|')::tsquery
		) found WHERE alike >= ${ALIKE}
		ORDER BY (state = 'answered') DESC, alike DESC, "voteCount" DESC, number LIMIT ${SIMILAR_SHOWN}`;
}
