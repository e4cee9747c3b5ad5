import { Invalid } from "#app/platform/forms/refusal.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";
import type { readCheckIn } from "#app/thinking/check-in.ts";

type Statement = { rootId: number | null; position: string | null };

/** @throws Invalid unless a top-level reply states it, in words its thread offers now */
export function checkPosition(
	thread: { positions: string[] },
	{ rootId, position }: Statement,
): void {
	if (position === null) return;
	if (rootId !== null || !thread.positions.includes(position))
		throw new Invalid("position", "positionUnknown");
}

/** What a reply checks in to: the lesson that it marks as read by its author. */
export function checkInIn(
	thread: { kind: ThreadKind; lessonId: number | null },
	{
		checkIn,
		rootId,
		position,
	}: Statement & { checkIn: ReturnType<typeof readCheckIn> },
): { isCheckIn: boolean; readsLesson: number | null } {
	const isOfLesson = thread.kind === "lesson" || thread.kind === "thinking";
	const isTop = rootId === null && position === null;
	return {
		isCheckIn: isOfLesson && isTop && checkIn.isAll,
		readsLesson: isOfLesson && checkIn.isPart ? thread.lessonId : null,
	};
}
