import { piece, sql } from "#app/platform/postgres/db.server.ts";

export const hasRead = (accountId: number | null) =>
	piece`EXISTS (SELECT 1 FROM lesson_reads WHERE lesson_id = l.id AND user_id = ${accountId})`;

/** The ids of a course's lessons that somebody has read, the latest first. */
export async function listRead(
	courseId: number,
	accountId: number | null,
): Promise<number[]> {
	if (accountId === null) return [];
	const read = await sql<{ id: number }>`
		SELECT l.id FROM lesson_reads m JOIN lessons l ON l.id = m.lesson_id
		WHERE m.user_id = ${accountId} AND l.course_id = ${courseId} ORDER BY m.read_at DESC`;
	return read.map(({ id }) => id);
}
