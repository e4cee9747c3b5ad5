/** Where a list goes on: the time and id of the last row shown. */
export type Cursor = { time: Date; id: number };

/** A cursor as an address carries it. */
export const cursorText = ({ time, id }: Cursor) => `${time.getTime()}_${id}`;

/** A cursor of an address; anything else is the beginning. */
export function cursorFrom(text: string | null): Cursor | null {
	const [, time, id] = /^(\d{1,14})_(\d{1,9})$/.exec(text ?? "") ?? [];
	return time && id ? { time: new Date(Number(time)), id: Number(id) } : null;
}
