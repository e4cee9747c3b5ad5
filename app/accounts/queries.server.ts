import type { Viewer } from "#app/accounts/sessions.server.ts";
import { COUNTED_LIMIT } from "#app/platform/counted.server.ts";
import {
	db,
	fragment,
	limit,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import { kept } from "#app/platform/postgres/kept.server.ts";
import type { Cursor } from "#app/platform/postgres/keyset.ts";
import type { StaffWord } from "#app/ui/staff-word.tsx";
import {
	courses,
	isReadable,
	PUBLIC_REPLIES,
	THEIR_THREAD,
} from "#app/visibility/relations.server.ts";

type Profile = {
	id: number;
	handle: string;
	name: string;
	bioHtml: string;
	createdAt: Date;
	/** These count the newest replies only, up to COUNTED_LIMIT. */
	replies: number;
	votes: number;
};

/** Kept until anything changes anywhere. Null: no such handle. */
export async function findProfile(handle: string): Promise<Profile | null> {
	const read = () => sql<Profile>`
		SELECT u.id, u.handle, u.name, u.bio_html AS "bioHtml", u.created_at AS "createdAt",
			written.replies, written.votes
		FROM users u CROSS JOIN LATERAL (
			SELECT count(*)::int AS replies, coalesce(sum(cast_votes), 0)::int AS votes FROM (
				SELECT r.cast_votes FROM ${PUBLIC_REPLIES} r WHERE r.author_id = u.id
				ORDER BY r.created_at DESC, r.id DESC ${COUNTED_LIMIT}
			) counted
		) written
		WHERE u.handle = ${handle}`;
	const [profile] = await kept(`profile ${handle}`, { courseId: null }, read);
	return profile ?? null;
}

const REPLIES_PER_PROFILE_PAGE = 20;

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

/** Bounds the search where a write-first thread hides most replies from the viewer. */
const LOOKED_AT = 200;

/** Newest first, after `before`, of those that the viewer may read; with where the next page begins. */
export async function listRepliesBy(
	handle: string,
	viewer: Viewer | null,
	before: Cursor | null,
): Promise<{ replies: ProfileReply[]; older: Cursor | null }> {
	const these = piece`
		WHERE r.author_id = (SELECT id FROM users WHERE handle = ${handle})
			${before ? piece`AND (r.created_at, r.id) < (${before.time}, ${before.id})` : piece``}
		ORDER BY r.created_at DESC, r.id DESC`;
	const found = await sql<ProfileReply>`
		SELECT r.id, r.html, r.cast_votes AS votes, r.created_at AS "createdAt", c.slug AS "courseSlug",
			c.title AS "courseTitle", t.title AS "threadTitle",
			CASE WHEN r.staff_word IS NOT NULL THEN jsonb_build_object(
				'kind', r.staff_word, 'text', r.staff_word_text, 'by', w.name) END AS "staffWord"
		FROM (
			SELECT * FROM (
				SELECT r.*, ${isReadable(viewer)} AS readable FROM ${PUBLIC_REPLIES} r ${THEIR_THREAD}
				${these} ${limit(LOOKED_AT)}
			) looked WHERE readable ORDER BY created_at DESC, id DESC ${limit(REPLIES_PER_PROFILE_PAGE + 1)}
		) r ${THEIR_THREAD} JOIN ${courses(viewer)} c ON c.id = t.course_id
		LEFT JOIN users w ON w.id = r.staff_word_by_id
		ORDER BY r.created_at DESC, r.id DESC`;
	const replies = found.slice(0, REPLIES_PER_PROFILE_PAGE);
	const last = replies.at(-1);
	if (last && found.length > replies.length)
		return { replies, older: { time: last.createdAt, id: last.id } };
	const [older] = await sql<Cursor>`
		SELECT r.created_at AS time, r.id FROM ${PUBLIC_REPLIES} r ${these} LIMIT 1 OFFSET ${fragment(String(LOOKED_AT - 1))}`;
	return { replies, older: older ?? null };
}

export async function findSettings({ id, name, settings }: Viewer) {
	const { bio } = await db.user.findUniqueOrThrow({
		where: { id },
		select: { bio: true },
	});
	return { name, bio, ...settings };
}
