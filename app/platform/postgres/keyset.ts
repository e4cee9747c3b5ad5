export type Cursor = { time: Date; id: number };

export type RankedCursor = Cursor & { rank: number };

/** A place in a course's text. */
export type PlaceCursor = {
	lesson: number;
	block: number;
	start: number;
	number: number;
};

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

export const placeCursorText = ({
	lesson,
	block,
	start,
	number,
}: PlaceCursor) => [lesson, block, start, number].join("_");

export function placeCursorFrom(text: string | null): PlaceCursor | null {
	if (!/^\d{1,9}(?:_\d{1,9}){3}$/.test(text ?? "")) return null;
	const [lesson = 0, block = 0, start = 0, number = 0] =
		text?.split("_").map(Number) ?? [];
	return { lesson, block, start, number };
}
