import { lockPins, lockStanding } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import { renderBody } from "#app/markdown/body.server.ts";
import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { type Sql, sql } from "#app/platform/postgres/db.server.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";
import { checkInIn, readCheckIn } from "#app/progress/check-in.ts";
import { recordReading } from "#app/progress/commands.server.ts";
import { asksSomething } from "#app/replies/asks.ts";
import { foldCheckIn } from "#app/replies/tree.server.ts";
import { checkPosition } from "#app/thinking/statement.ts";
import { isLockedFor } from "#app/threads/policy.ts";
import { countStated } from "#app/threads/stated.server.ts";
import type { Member } from "#app/visibility/member.ts";

type NewWording = {
	by: Member & { id: number };
	course: Course;
	body: string;
	position?: string | null;
	version: number;
};

type Now = {
	source: string;
	version: number;
	removed: boolean;
	lockedAt: Date | null;
	rootId: number | null;
	position: string | null;
	isCheckIn: boolean;
	lessonId: number | null;
	kind: ThreadKind;
	positions: string[];
};

/** Null if it already says the same. @throws Refusal where it may not be edited now */
async function findToEdit(
	sql: Sql,
	reply: { id: number },
	{ by, body, position, version }: NewWording,
): Promise<Now | null> {
	const [now] = await sql<Now>`
		SELECT r.source, r.version, r.visibility <> 'shown' AS removed, t.locked_at AS "lockedAt",
			r.root_id AS "rootId", r.position, r.is_check_in AS "isCheckIn", t.lesson_id AS "lessonId", t.kind, t.positions
		FROM replies r JOIN threads t ON t.id = r.thread_id WHERE r.id = ${reply.id}`;
	if (!now || now.removed) throw new Refusal("replyRemoved");
	if (isLockedFor(by, now)) throw new Refusal("threadLocked");
	const isSame = position === undefined || position === now.position;
	if (now.source === body && isSame) return null;
	if (now.version !== version)
		throw new Refusal("staleEdit", {
			theirs: now.source,
			version: now.version,
		});
	return now;
}

/**
 * @throws Refusal with the other text where it was edited since `version`; where it was removed, became a question or
 * was locked
 * @throws Invalid where the text breaks a limit, or the thread does not offer the position
 */
export async function editReply(
	reply: { id: number },
	text: NewWording,
): Promise<void> {
	const { by, body } = text;
	// A stale edit is refused before rendering, and again under the lock.
	if (!(await findToEdit(sql, reply, text))) return;
	const html = await renderBody(body, by.id);
	const [asks, checkIn] = [asksSomething(body), readCheckIn(body)];
	await act(text, async (sql, happened) => {
		const held = await lockStanding(sql, reply.id);
		const now = await findToEdit(sql, reply, text);
		if (!now) return;
		const { position = now.position } = text;
		if (now.source !== body) {
			await sql`
				INSERT INTO reply_edits (reply_id, version, source, created_at)
				SELECT id, version, source, coalesce(edited_at, created_at) FROM replies WHERE id = ${reply.id}`;
			await sql`
				UPDATE replies SET source = ${body}, html = ${html}, renderer = ${RENDERER_VERSION}, asks = ${asks},
					version = version + 1, edited_at = now() WHERE id = ${reply.id}`;
			const pins = await lockPins(sql, { replyIds: [reply.id] });
			await recount(sql, "pins", pins, ["to_check"]);
		}
		if (now.position !== position) {
			checkPosition(now, { rootId: now.rootId, position });
			await countStated(
				sql,
				{ ...held, position: now.position ?? position },
				() =>
					sql`UPDATE replies SET position = ${position} WHERE id = ${reply.id}`,
			);
		}
		const says = checkInIn(now, { checkIn, rootId: now.rootId, position });
		if (says.isCheckIn !== now.isCheckIn)
			await foldCheckIn(sql, { ...reply, isCheckIn: says.isCheckIn });
		if (says.readsLesson)
			await recordReading(sql, { lessonId: says.readsLesson, byId: by.id });
		happened("reply.edited", { threadId: held.threadId, replyId: reply.id });
	});
}
