import type { Course } from "#app/courses/queries.server.ts";
import { synonymsIn } from "#app/glossary/glossary.ts";
import { findGlossary } from "#app/glossary/queries.server.ts";
import { limit, piece, sql } from "#app/platform/postgres/db.server.ts";
import { tokensOf } from "#app/platform/tokens.ts";
import type { QuestionState } from "#app/questions/policy.ts";
import type { Member } from "#app/visibility/member.ts";
import { forStaff, threads } from "#app/visibility/relations.server.ts";

export type SimilarQuestion = {
	number: number;
	title: string;
	state: QuestionState;
	replyCount: number;
	voteCount: number;
};

const SIMILAR_SHOWN = 5;
const OPEN_SHOWN = 50;
const TOKENS_MAX = 24;
const WITH_SYNONYMS_MAX = 48;
const PER_TOKEN = 200;
const COMPARED = 100;
/** Below this share of common tokens, titles are unrelated. */
const ALIKE = 0.25;
/** Tokens of questions in general, which tell no subject. */
const ASKING = new Set(
	"什么 是什 么是 为什 怎么 么样 如何 哪些 请问 老师 吗 呢 what is are the a an of to in why how does do".split(
		" ",
	),
);

/** `alike`: the share of common tokens in the shorter title. Terms of the glossary match in all their words. */
async function likeness(course: Course, title: string) {
	const words = tokensOf(title)
		.filter((token) => !ASKING.has(token))
		.slice(0, TOKENS_MAX);
	const synonyms =
		words.length > 0 ? synonymsIn(await findGlossary(course), title) : [];
	const tokens = [...new Set([...words, ...synonyms.flatMap(tokensOf)])].slice(
		0,
		WITH_SYNONYMS_MAX,
	);
	return {
		candidates: piece`
			SELECT found.thread_id AS id FROM unnest(${tokens}::text[]) word CROSS JOIN LATERAL (
				SELECT thread_id FROM question_tokens WHERE course_id = ${course.id} AND token = word
				ORDER BY thread_id DESC ${limit(PER_TOKEN)}
			) found GROUP BY 1 ORDER BY count(*) DESC, 1 DESC ${limit(COMPARED)}`,
		// Unpacking each title's tokens in a subquery takes four times as long.
		alike: piece`(
			(length(t.title_tokens) - length(ts_delete(t.title_tokens, ${tokens}::text[])))::float
			/ greatest(1, least(length(t.title_tokens), ${words.length}))
		)`,
	};
}

export async function listSimilar(
	course: Course,
	by: Member,
	title: string,
): Promise<SimilarQuestion[]> {
	const { candidates, alike } = await likeness(course, title);
	return sql<SimilarQuestion>`
		WITH candidates AS MATERIALIZED (${candidates})
		SELECT number, title, state, "replyCount", "voteCount" FROM (
			SELECT t.number, t.title, t.state, t.reply_count AS "replyCount", t.vote_count AS "voteCount", ${alike} AS alike
			FROM candidates JOIN ${threads(by)} t ON t.id = candidates.id
		) found WHERE alike >= ${ALIKE}
		ORDER BY (state = 'answered') DESC, alike DESC, "voteCount" DESC, number ${limit(SIMILAR_SHOWN)}`;
}

/** Questions that one answer might settle too: similar titles first, then open ones. */
export async function listToSettle(
	course: Course,
	{ id, title }: { id: number; title: string },
) {
	const { candidates, alike } = await likeness(course, title);
	return sql<{
		number: number;
		title: string;
		state: QuestionState;
		isPrivate: boolean;
		meToo: number;
	}>`
		WITH chosen AS MATERIALIZED (
			(${candidates}) UNION
			SELECT open.id FROM unnest('{waiting,discussed,follow_up}'::question_state[]) wanted CROSS JOIN LATERAL (
				SELECT id FROM ${threads(forStaff)} t WHERE course_id = ${course.id} AND kind = 'question'
					AND state = wanted AND settled_at IS NULL
				ORDER BY me_too DESC, created_at, number ${limit(OPEN_SHOWN + 1)}
			) open
		)
		SELECT number, title, state, "isPrivate", "meToo" FROM (
			SELECT t.number, t.title, t.state, t.is_private AS "isPrivate", t.me_too AS "meToo", t.created_at, ${alike} AS alike
			FROM chosen JOIN ${threads(forStaff)} t ON t.id = chosen.id
			WHERE t.settled_at IS NULL AND t.id <> ${id}
		) found WHERE state <> 'answered' OR alike >= ${ALIKE}
		ORDER BY alike DESC, "meToo" DESC, created_at, number ${limit(OPEN_SHOWN)}`;
}
