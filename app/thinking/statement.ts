import { Invalid } from "#app/platform/forms/refusal.ts";

/** @throws Invalid unless a top-level reply states it, in words its thread offers now */
export function checkPosition(
	thread: { positions: string[] },
	{ rootId, position }: { rootId: number | null; position: string | null },
): void {
	if (position === null) return;
	if (rootId !== null || !thread.positions.includes(position))
		throw new Invalid("position", "positionUnknown");
}
