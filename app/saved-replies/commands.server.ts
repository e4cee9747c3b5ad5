import type { Course } from "#app/courses/queries.server.ts";
import { changed } from "#app/platform/changes.server.ts";
import { sql, transaction } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import type { Member } from "#app/visibility/member.ts";

type Given = {
	by: Member;
	course: Course;
	title: string;
	body: string;
};

export async function addSavedReply({
	by,
	course,
	title,
	body,
}: Given): Promise<void> {
	await sql`
		INSERT INTO saved_replies (course_id, title, source, by_id)
		SELECT ${course.id}, ${title}, ${body}, ${by.id} WHERE NOT EXISTS (
			SELECT 1 FROM saved_replies
			WHERE course_id = ${course.id} AND removed_at IS NULL AND title = ${title} AND source = ${body}
		)`;
	changed(course.id);
}

/** @throws Refusal where somebody edited it since `version` */
export async function editSavedReply(
	saved: { id: number },
	{ by, course, title, body, version }: Given & { version: number },
): Promise<void> {
	await transaction(async (sql) => {
		const [now] = await sql<{ title: string; source: string; version: number }>`
			SELECT title, source, version FROM saved_replies WHERE id = ${saved.id} FOR NO KEY UPDATE`;
		if (!now || (now.title === title && now.source === body)) return;
		if (now.version !== version)
			throw new Refusal("staleEdit", {
				theirs: `${now.title}\n\n${now.source}`,
				version: now.version,
			});
		await sql`
			UPDATE saved_replies SET title = ${title}, source = ${body}, version = version + 1, by_id = ${by.id},
				updated_at = now()
			WHERE id = ${saved.id}`;
	});
	changed(course.id);
}

/** Idempotent. */
export async function setSavedReplyRemoved(
	saved: { id: number },
	{ course, removed }: { course: Course; removed: boolean },
): Promise<void> {
	await sql`
		UPDATE saved_replies SET removed_at = CASE WHEN ${removed} THEN coalesce(removed_at, now()) END
		WHERE id = ${saved.id}`;
	changed(course.id);
}
