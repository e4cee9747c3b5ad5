import { type Piece, piece, sql } from "#app/platform/postgres/db.server.ts";

export const hasRead = (accountId: number | null) =>
	piece`EXISTS (SELECT 1 FROM lesson_reads WHERE lesson_id = l.id AND user_id = ${accountId})`;

export type ReadLesson = { id: number; changes: number };

/** A course's lessons that somebody has read, the latest first; `changes` counts for the lesson `l` and its row `m`. */
export async function listRead(
	courseId: number,
	accountId: number | null,
	changes: Piece,
): Promise<ReadLesson[]> {
	if (accountId === null) return [];
	return sql<ReadLesson>`
		SELECT l.id, ${changes} AS changes FROM lesson_reads m JOIN lessons l ON l.id = m.lesson_id
		WHERE m.user_id = ${accountId} AND l.course_id = ${courseId} ORDER BY m.read_at DESC`;
}
