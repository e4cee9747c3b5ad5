import type { AppLoadContext } from "@remix-run/node";
import { excerptHtml } from "#app/markdown/excerpt-html.ts";
import { keepProse } from "#app/markdown/prose.tsx";
import { sql } from "#app/platform/postgres/db.server.ts";
import { type Spread, spreadOf } from "#app/thinking/spread.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { canReadReplies } from "#app/visibility/policy.ts";
import {
	hasReplied,
	hasWritten,
	repliesIn,
	threads,
} from "#app/visibility/relations.server.ts";

/** The glimpse of replies is only for those who may read them. */
export type Question = {
	number: number;
	position: number;
	title: string;
	replyCount: number;
	best: { name: string; html: string | undefined } | null;
	spread: Spread | null;
	hasReplied: boolean;
	/** Others' replies open after one's own. */
	isClosed: boolean;
};

const BEST_EXCERPT = 90;

/** Keeps what it says under the element id that its page uses. */
export const questionOnPage = (
	context: AppLoadContext,
	{ best, ...question }: Question,
): Question => ({
	...question,
	best: best && {
		name: best.name,
		html: keepProse(context, `best-${question.number}`, best.html ?? ""),
	},
});

export async function listQuestions(
	lessonId: number,
	by: Member,
): Promise<Question[]> {
	const rows = await sql<
		Pick<
			Question,
			"number" | "position" | "title" | "replyCount" | "hasReplied"
		> &
			Pick<Thread, "writeFirst" | "hasWritten" | "positions"> & {
				stated: number[];
				name: string | null;
				html: string | null;
			}
	>`
		SELECT t.number, t.position, t.title, t.reply_count AS "replyCount", best.name, best.html,
			t.positions, t.stated, t.write_first AS "writeFirst", ${hasWritten(by.id)} AS "hasWritten",
			${hasReplied(by.id)} AS "hasReplied"
		FROM ${threads(by)} t
		LEFT JOIN LATERAL (
			SELECT coalesce(r.imported_name, a.name) AS name, r.html FROM ${repliesIn(by)} r LEFT JOIN users a ON a.id = r.author_id
			WHERE r.root_id IS NULL AND r.listed AND r.staff_word IS NULL
			ORDER BY r.rank, r.votes DESC, r.created_at, r.id LIMIT 1
		) best ON true
		WHERE t.lesson_id = ${lessonId} AND t.kind = 'thinking' AND t.left_lesson_at IS NULL
		ORDER BY t.position`;
	return rows.map((row) => {
		const { number, position, title, replyCount, name, html, ...thread } = row;
		const isClosed = !canReadReplies(by, thread);
		const hasBest = name && html && !isClosed;
		return {
			...{ number, position, title, replyCount },
			hasReplied: thread.hasReplied,
			best: hasBest ? { name, html: excerptHtml(html, BEST_EXCERPT) } : null,
			spread: isClosed ? null : spreadOf(thread.positions, thread.stated),
			isClosed,
		};
	});
}
