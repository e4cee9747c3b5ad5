export type Cursor = { time: Date; id: number };

export type RankedCursor = Cursor & { rank: number };

export const cursorText = ({ time, id }: Cursor) => `${time.getTime()}_${id}`;

export const rankedCursorText = ({ rank, ...cursor }: RankedCursor) =>
	`${rank}_${cursorText(cursor)}`;

export function cursorFrom(text: string | null): Cursor | null {
	const [, time, id] = /^(\d{1,14})_(\d{1,9})$/.exec(text ?? "") ?? [];
	return time && id ? { time: new Date(Number(time)), id: Number(id) } : null;
}

export function rankedCursorFrom(text: string | null): RankedCursor | null {
	const [, rank, rest] = /^(\d{1,9})_(.+)$/.exec(text ?? "") ?? [];
	const cursor = cursorFrom(rest ?? null);
	return rank && cursor ? { rank: Number(rank), ...cursor } : null;
}
