import type { AppLoadContext } from "@remix-run/node";
import { keepProse } from "#app/markdown/prose.tsx";
import { listNotesAt } from "#app/notes/queries.server.ts";
import { limit, sql } from "#app/platform/postgres/db.server.ts";
import type { QuestionState } from "#app/questions/policy.ts";
import { canVoteThread } from "#app/threads/policy.ts";
import type { Member } from "#app/visibility/member.ts";
import { threads, writerOf } from "#app/visibility/relations.server.ts";

const QUESTIONS = 10;

type Asked = {
	number: number;
	title: string;
	state: QuestionState;
	isPrivate: boolean;
	replyCount: number;
	voteCount: number;
	voted: boolean;
};

/** Asked about the block or answered by a note beside it: answered ones first, then the most wanted. One more than are shown. */
const listAskedAt = (blockId: number, by: Member) =>
	sql<
		Asked & Pick<Parameters<typeof canVoteThread>[1], "authorId" | "lockedAt">
	>`
		SELECT t.number, t.title, t.state, t.is_private AS "isPrivate", t.reply_count AS "replyCount", t.me_too AS "voteCount",
			t.locked_at AS "lockedAt", ${writerOf("t", by)} AS "authorId",
			EXISTS (SELECT FROM thread_votes WHERE thread_id = t.id AND voter_id = ${by.id}) AS voted
		FROM blocks b CROSS JOIN LATERAL (
			SELECT thread_id FROM anchors WHERE lesson_id = b.lesson_id AND block_id = b.id
			UNION SELECT thread_id FROM pins WHERE lesson_id = b.lesson_id AND block_id = b.id AND unpinned_at IS NULL
		) here JOIN ${threads(by)} t ON t.id = here.thread_id AND t.kind = 'question'
		WHERE b.id = ${blockId}
		ORDER BY (t.state = 'answered') DESC, t.me_too DESC, t.created_at, t.number ${limit(QUESTIONS + 1)}`;

/** The notes and questions that stand at a block, for who is about to ask there. */
export async function listStanding(
	context: AppLoadContext,
	blockId: number,
	by: Member,
) {
	const [notes, asked] = await Promise.all([
		listNotesAt(blockId),
		listAskedAt(blockId, by),
	]);
	return {
		notes: notes.map(
			({ replyId, kind, question, shortHtml, threadNumber, textChanged }) => ({
				...{ replyId, kind, question, threadNumber, textChanged },
				html: keepProse(context, `standing-${replyId}`, shortHtml),
			}),
		),
		questions: asked
			.slice(0, QUESTIONS)
			.map(({ authorId, lockedAt, ...question }) => ({
				...question,
				canVote: canVoteThread(by, {
					...{ kind: "question", visibility: "shown", authorId, lockedAt },
				}),
			})),
		hasMore: asked.length > QUESTIONS,
	};
}

export type Standing = Awaited<ReturnType<typeof listStanding>>;
