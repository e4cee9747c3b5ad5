import { lockPins } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import { asRestored } from "#app/imports/full-width.ts";
import {
	type Answered,
	syncAnswers,
} from "#app/imports/imported-answers.server.ts";
import { matchComments } from "#app/imports/match-comments.ts";
import type { ParsedComment } from "#app/imports/parsed-lesson.ts";
import { renderPlain } from "#app/markdown/render.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import { isCheckIn } from "#app/progress/check-in.ts";
import { asksSomething } from "#app/replies/asks.ts";
import {
	insertImported,
	leaveSource,
	updateImported,
} from "#app/replies/imported.server.ts";

type Old = {
	id: number;
	nickname: string;
	date: string | null;
	nth: number;
	text: string;
	importedVotes: number;
	sourceReplies: number;
	sourcePosition: number;
	left: boolean;
	isCheckIn: boolean;
};

export type ReadyComment = ParsedComment & {
	html: string;
	asks: boolean;
	isCheckIn: boolean;
};

export const readyComment = (comment: ParsedComment): ReadyComment => ({
	...comment,
	html: renderPlain(comment.text),
	asks: asksSomething(comment.text),
	isCheckIn: isCheckIn(comment.text),
});

/** Numbers for those of one name and date: the first that no reply has. */
function freeNumbers(old: Old[]) {
	const last = new Map<string, number>();
	const keyOf = ({ nickname, date }: Pick<Old, "nickname" | "date">) =>
		`${nickname}\n${date ?? ""}`;
	const take = (comment: Pick<Old, "nickname" | "date">) => {
		const nth = (last.get(keyOf(comment)) ?? 0) + 1;
		last.set(keyOf(comment), nth);
		return nth;
	};
	for (const row of old)
		last.set(keyOf(row), Math.max(row.nth, last.get(keyOf(row)) ?? 0));
	return take;
}

/** Keeps and marks comments gone from the document. Returns whether anything changed. */
export async function syncReplies(
	sql: Sql,
	threadId: number,
	comments: ReadyComment[],
): Promise<boolean> {
	const old = await sql<Old>`
		SELECT id, imported_name AS nickname, imported_on AS date, imported_nth AS nth, source AS text, imported_votes AS "importedVotes",
			source_replies AS "sourceReplies", source_position AS "sourcePosition", left_source_at IS NOT NULL AS left, is_check_in AS "isCheckIn"
		FROM replies WHERE thread_id = ${threadId} AND imported_name IS NOT NULL AND source_answers_id IS NULL ORDER BY source_position, id`;
	const matched = matchComments(old, comments);
	const freeNumber = freeNumbers(old);
	const edited: number[] = [];
	const placed: Answered[] = [];
	const gone = new Set(old.filter(({ left }) => !left));
	let differs = false;
	for (const [i, given] of comments.entries()) {
		const was = matched[i];
		const comment = restored(given, was);
		if (was) {
			gone.delete(was);
			placed.push({ id: was.id, answers: comment.answers });
		}
		if (was && isSame(was, comment)) continue;
		differs = true;
		const nth = was?.date === comment.date ? was.nth : freeNumber(comment);
		if (was && was.text !== comment.text) edited.push(was.id);
		if (was) await updateImported(sql, was.id, { ...comment, nth });
		else {
			const [made] = await insertImported(sql, threadId, { ...comment, nth });
			if (made) placed.push({ id: made.id, answers: comment.answers });
		}
	}
	for (const { id } of gone) {
		differs = true;
		await leaveSource(sql, id);
		placed.push({ id, answers: [] });
	}
	const answers = await syncAnswers(sql, threadId, placed);
	edited.push(...answers.edited);
	differs ||= answers.differs;
	if (edited.length > 0)
		await recount(sql, "pins", await lockPins(sql, { replyIds: edited }), [
			"to_check",
		]);
	if (differs)
		await recount(
			sql,
			"threads",
			[threadId],
			[
				...(["reply_count", "top_count"] as const),
				...(["source_replies", "last_activity_at"] as const),
			],
		);
	return differs;
}

function restored(comment: ReadyComment, was: Old | null | undefined) {
	const text = asRestored(comment.text, was ? [was.text] : []);
	return text === comment.text ? comment : readyComment({ ...comment, text });
}

const isSame = (was: Old, comment: ReadyComment) =>
	!was.left &&
	was.date === comment.date &&
	was.text === comment.text &&
	was.importedVotes === comment.votes &&
	was.sourceReplies === comment.repliesInSource &&
	was.isCheckIn === comment.isCheckIn &&
	was.sourcePosition === comment.order;
