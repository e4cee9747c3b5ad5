import type { AppLoadContext } from "@remix-run/node";
import {
	type Course,
	findCourse,
	type InCourse,
} from "#app/courses/queries.server.ts";
import { idFrom, notFound } from "#app/platform/http/request.server.ts";
import { db, piece, sql } from "#app/platform/postgres/db.server.ts";
import { SAVED_SHOWN } from "#app/saved-replies/limits.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	everybody,
	repliesIn,
	threads,
	writerOf,
} from "#app/visibility/relations.server.ts";

export type SavedReply = {
	id: number;
	title: string;
	source: string;
	version: number;
};

export type Offered = { id: number; title: string; text: string };

export const listSavedReplies = (course: Course) =>
	sql<SavedReply & { by: string | null; updatedAt: Date }>`
		SELECT s.id, s.title, s.source, s.version, u.name AS by, s.updated_at AS "updatedAt"
		FROM saved_replies s LEFT JOIN users u ON u.id = s.by_id
		WHERE s.course_id = ${course.id} AND s.removed_at IS NULL ORDER BY lower(s.title), s.id LIMIT ${SAVED_SHOWN}`;

type Args = {
	request: Request;
	params: { course?: string; id?: string };
	context: AppLoadContext;
};

/** Removed ones too. @throws Response 404 */
export async function findSavedReply(
	args: Args,
): Promise<InCourse & { saved: SavedReply & { isRemoved: boolean } }> {
	const found = await findCourse(args);
	const row = await db.savedReply.findUnique({
		where: { id: idFrom(args.params.id), courseId: found.course.id },
		select: {
			id: true,
			title: true,
			source: true,
			version: true,
			removedAt: true,
		},
	});
	if (!row) throw notFound();
	const { removedAt, ...saved } = row;
	return { ...found, saved: { ...saved, isRemoved: removedAt !== null } };
}

/** Name and lesson for the placeholders. An anonymous asker has no name here, so that no reply gives it away. */
export async function findAddressee(
	course: Course,
	by: Member,
	{ number, parentId }: { number: number; parentId: number | null },
) {
	const [found] = await sql<{ name: string | null; lesson: number | null }>`
		SELECT l.place AS lesson, ${
			parentId === null
				? piece`coalesce(t.imported_name, (SELECT name FROM users WHERE id = ${writerOf("t", everybody)}))`
				: piece`(
					SELECT coalesce(r.imported_name, a.name) FROM ${repliesIn(by)} r
					LEFT JOIN users a ON a.id = ${writerOf("r", everybody)} WHERE r.id = ${parentId}
				)`
		} AS name
		FROM ${threads(by)} t LEFT JOIN lessons l ON l.id = t.lesson_id
		WHERE t.course_id = ${course.id} AND t.number = ${number}`;
	if (!found) throw notFound();
	return found;
}
