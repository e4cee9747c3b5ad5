/** Where a list goes on: the time and id of the last row shown. */
export type Cursor = { time: Date; id: number };

/** The same where a number comes before the time: votes, or the place of a role. */
export type RankedCursor = Cursor & { rank: number };

/** A cursor as an address carries it. */
export const cursorText = ({ time, id }: Cursor) => `${time.getTime()}_${id}`;

export const rankedCursorText = ({ rank, ...cursor }: RankedCursor) =>
	`${rank}_${cursorText(cursor)}`;

/** A cursor of an address; anything else is the beginning. */
export function cursorFrom(text: string | null): Cursor | null {
	const [, time, id] = /^(\d{1,14})_(\d{1,9})$/.exec(text ?? "") ?? [];
	return time && id ? { time: new Date(Number(time)), id: Number(id) } : null;
}

export function rankedCursorFrom(text: string | null): RankedCursor | null {
	const [, rank, rest] = /^(\d{1,9})_(.+)$/.exec(text ?? "") ?? [];
	const cursor = cursorFrom(rest ?? null);
	return rank && cursor ? { rank: Number(rank), ...cursor } : null;
}
