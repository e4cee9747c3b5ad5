import type { Viewer } from "#app/accounts/sessions.server.ts";
import { db, fragment, type piece, sql } from "#app/platform/db.server.ts";
import type { Cursor } from "#app/platform/keyset.ts";
import type { StaffWord } from "#app/ui/staff-word.tsx";

/**
 * Replies `r` in threads `t` that a profile shows and counts: never private ones, nor an anonymous asker's own, nor what
 * has become a question.
 */
const PUBLIC = fragment(`
	r.removed_at IS NULL AND r.promoted_to_id IS NULL AND t.removed_at IS NULL AND NOT t.is_private
	AND NOT (t.is_anonymous AND t.author_id = r.author_id)`);

/** What everybody may read of an account, with what others made of its replies here. Null: no such handle. */
export async function findProfile(handle: string) {
	const [profile] = await sql<{
		id: number;
		handle: string;
		name: string;
		bioHtml: string;
		createdAt: Date;
		replies: number;
		votes: number;
	}>`
		SELECT u.id, u.handle, u.name, u.bio_html AS "bioHtml", u.created_at AS "createdAt",
			count(r.id)::int AS replies, coalesce(sum(r.cast_votes), 0)::int AS votes
		FROM users u
		LEFT JOIN (replies r JOIN threads t ON t.id = r.thread_id) ON r.author_id = u.id AND ${PUBLIC}
		WHERE u.handle = ${handle} GROUP BY u.id`;
	return profile ?? null;
}

export const REPLIES_PER_PROFILE_PAGE = 20;

export type ProfileReply = {
	id: number;
	html: string;
	votes: number;
	createdAt: Date;
	courseSlug: string;
	courseTitle: string;
	threadTitle: string;
	staffWord: StaffWord | null;
};

/** An account's replies, of those that the viewer may read, newest first, after `before`; one more than a page shows. */
export function listRepliesBy(
	userId: number,
	{
		before,
		readable,
	}: { before: Cursor | null; readable: ReturnType<typeof piece> },
) {
	const time = before?.time ?? null;
	return sql<ProfileReply>`
		SELECT r.id, r.html, r.cast_votes AS votes, r.created_at AS "createdAt", c.slug AS "courseSlug",
			c.title AS "courseTitle", t.title AS "threadTitle",
			CASE WHEN r.staff_word IS NOT NULL THEN jsonb_build_object(
				'kind', r.staff_word, 'text', r.staff_word_text, 'by', w.name) END AS "staffWord"
		FROM replies r JOIN threads t ON t.id = r.thread_id JOIN courses c ON c.id = t.course_id
		LEFT JOIN users w ON w.id = r.staff_word_by_id
		WHERE r.author_id = ${userId} AND ${PUBLIC} AND ${readable}
			AND (${time}::timestamptz IS NULL OR (r.created_at, r.id) < (${time}::timestamptz, ${before?.id ?? null}::int))
		ORDER BY r.created_at DESC, r.id DESC LIMIT ${REPLIES_PER_PROFILE_PAGE + 1}`;
}

/** What the settings form starts from. */
export const findSettings = (viewer: Viewer) =>
	db.user.findUniqueOrThrow({
		where: { id: viewer.id },
		select: {
			name: true,
			bio: true,
			language: true,
			theme: true,
			timeZone: true,
		},
	});
