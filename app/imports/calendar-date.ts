const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
	"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";
/** Sources of a pattern: 2024-06-07, 2024/6/7, 2024年6月7日, June 7, 2024, possible or not. */
const DATE = `(?:\\d{2,4}[-/.年－]\\d{1,2}[-/.月－]\\d{1,2}日?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2} ${MONTH},? \\d{4})`;

const CLOCK =
	"\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2}(?:\\.\\d{1,9})?)?(?:\\s?(?:[AP]M|Z|[+-]\\d{2}:?\\d{2}))?";

export const MOMENT = `${DATE}(?:(?:T|,? at |,?\\s{0,2})(?:(?:周|星期)[一二三四五六日天]\\s?)?(?:凌晨|[上中下]午|晚上)?${CLOCK})?`;

/** Words that name no day: without a year, or counted from a day that nobody knows. */
const VAGUE =
	"(?:\\d{1,2}月\\d{1,2}日|\\d{2}[-/]\\d{2}(?![-/\\d])|刚刚|[今昨前]天|yesterday|today|just now|" +
	"\\d{1,3}\\s?(?:分钟|小时|天|周|星期|个月|年)前|\\d{1,3} (?:minute|hour|day|week|month|year)s? ago)" +
	`(?:\\s{0,2}${CLOCK})?`;

export const WHEN = `(?:${MOMENT}|${VAGUE})`;

const ALONE = new RegExp(`^[[(（【]?(${WHEN})[\\])）】]?$`, "iu");
const ISNT_VAGUE = new RegExp(`^${DATE}`, "iu");

export const dateAlone = (text: string): string | undefined =>
	ALONE.exec(text.trim())?.[1];

const AT_END = new RegExp(`^.{0,60}?${MOMENT}[)）\\]】]?\\s?[:：]?$`, "iu");

export const endsInDate = (text: string): boolean => AT_END.test(text.trim());

export const isVague = (written: string): boolean => !ISNT_VAGUE.test(written);

/** The day as written, whatever the time zone. Null where the calendar has no such day. */
export function toCalendarDate(written: string): string | null {
	if (isVague(written)) return null;
	const [year = 0, month = 0, day = 0] = numbersIn(written);
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists =
		year >= 1970 &&
		date.getUTCFullYear() === year &&
		date.getUTCMonth() === month - 1 &&
		date.getUTCDate() === day;
	return exists ? date.toISOString().slice(0, 10) : null;
}

function numbersIn(written: string): number[] {
	const numbers = written.match(/\d+/gu)?.map(Number) ?? [];
	const name = /\p{L}{3}/u.exec(written)?.[0].toLowerCase() ?? "";
	const month = MONTHS.indexOf(name) + 1;
	const [year = 0, day = 0] = numbers.slice(0, 2).toSorted((a, b) => b - a);
	return month > 0 ? [year, month, day] : numbers;
}
