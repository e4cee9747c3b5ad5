import { recount } from "#app/counters/recount.server.ts";
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
	key: string;
	source: string;
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

type Incoming = ReadyComment & { nth: number; key: string };

export const readyComment = (comment: ParsedComment): ReadyComment => ({
	...comment,
	html: renderPlain(comment.text),
	asks: asksSomething(comment.text),
	isCheckIn: isCheckIn(comment.text),
});

const keyOf = (name: string, date: string | null, nth: number) =>
	`${name}\n${date ?? ""}\n${nth}`;

/** A comment's identity: its name, its date, and which of those it is. */
function numbered(comments: ReadyComment[]): Incoming[] {
	const seen = new Map<string, number>();
	return comments.map((comment) => {
		const same = keyOf(comment.nickname, comment.date, 0);
		const nth = (seen.get(same) ?? 0) + 1;
		seen.set(same, nth);
		const key = keyOf(comment.nickname, comment.date, nth);
		return { ...comment, nth, key };
	});
}

/** Keeps and marks comments gone from the document. Returns whether anything changed. */
export async function syncReplies(
	sql: Sql,
	threadId: number,
	comments: ReadyComment[],
): Promise<boolean> {
	const rows = await sql<
		Omit<Old, "key"> & { name: string; date: string | null; nth: number }
	>`
		SELECT id, imported_name AS name, imported_on AS date, imported_nth AS nth, source, imported_votes AS "importedVotes",
			source_replies AS "sourceReplies", source_position AS "sourcePosition", left_source_at IS NOT NULL AS left, is_check_in AS "isCheckIn"
		FROM replies WHERE thread_id = ${threadId} AND imported_name IS NOT NULL`;
	const old = new Map(
		rows.map((row) => [keyOf(row.name, row.date, row.nth), row]),
	);
	let differs = false;
	for (const comment of numbered(comments)) {
		const was = old.get(comment.key);
		old.delete(comment.key);
		if (was && isSame(was, comment)) continue;
		differs = true;
		if (was) await updateImported(sql, was.id, comment);
		else await insertImported(sql, threadId, comment);
	}
	for (const gone of old.values()) {
		if (gone.left) continue;
		differs = true;
		await leaveSource(sql, gone.id);
	}
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

const isSame = (was: Omit<Old, "key">, comment: Incoming) =>
	!was.left &&
	was.source === comment.text &&
	was.importedVotes === comment.votes &&
	was.sourceReplies === comment.repliesInSource &&
	was.isCheckIn === comment.isCheckIn &&
	was.sourcePosition === comment.order;
