import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { withPrisma } from "#app/platform/postgres/db.server.ts";
import type { Member } from "#app/visibility/member.ts";

type Act = { by: Member; course: Course; reason?: string };
type Given = Act & { title: string; body: string };

export const addSavedReply = (given: Given): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, course, title, body } = given;
		const text = { courseId: course.id, title, source: body };
		const added = await withPrisma(sql, async (db) => {
			const where = { ...text, removedAt: null };
			if (await db.savedReply.findFirst({ where })) return null;
			const data = { ...text, byId: by.id };
			return db.savedReply.create({ data, select: { id: true } });
		});
		if (added)
			happened("saved_reply.added", { details: { savedReplyId: added.id } });
	});

/** @throws Refusal where somebody edited it since `version` */
export const editSavedReply = (
	saved: { id: number },
	given: Given & { version: number },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, title, body, version } = given;
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
		happened("saved_reply.edited", { details: { savedReplyId: saved.id } });
	});

/** Idempotent. */
export const setSavedReplyRemoved = (
	saved: { id: number },
	given: Act & { removed: boolean },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { removed } = given;
		await withPrisma(sql, (db) =>
			db.savedReply.updateMany({
				where: { id: saved.id },
				data: { removedAt: removed ? new Date() : null },
			}),
		);
		happened(removed ? "saved_reply.removed" : "saved_reply.restored", {
			details: { savedReplyId: saved.id },
		});
	});
