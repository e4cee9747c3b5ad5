/** The source of a pattern: 2024-06-07, 2024/6/7, 2024年6月7日, possible or not. */
export const DATE = "\\d{2,4}[-/.年－]\\d{1,2}[-/.月－]\\d{1,2}日?";

/** Null where the calendar has no such day. */
export function toCalendarDate(written: string): string | null {
	const [year = 0, month = 0, day = 0] =
		written.match(/\d+/gu)?.map(Number) ?? [];
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists =
		year >= 1970 &&
		date.getUTCFullYear() === year &&
		date.getUTCMonth() === month - 1 &&
		date.getUTCDate() === day;
	return exists ? date.toISOString().slice(0, 10) : null;
}
