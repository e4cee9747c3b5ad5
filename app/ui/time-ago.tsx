import { LOCALE } from "#app/platform/language.ts";
import { useNow } from "#app/ui/viewer.ts";
import { type Reader, useReader } from "#app/words/reader.tsx";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
	[MINUTE, HOUR, "minute"],
	[HOUR, DAY, "hour"],
	[DAY, 30 * DAY, "day"],
] as const;

// Formatters cost more than all else on a page, and dates repeat from page to page, so both are kept.
const formats = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();
const texts = new Map<string, string>();
const TEXTS_KEPT = 5000;

function kept<Value>(
	all: Map<string, Value>,
	key: string,
	make: () => Value,
): Value {
	const had = all.get(key);
	if (had !== undefined) return had;
	if (all.size >= TEXTS_KEPT) all.clear();
	const made = make();
	all.set(key, made);
	return made;
}

type Kind = "day" | "day of year" | "exact";

function dateText(locale: string, timeZone: string, kind: Kind, time: number) {
	const key = `${locale} ${timeZone} ${kind}`;
	const format = () =>
		kept(
			formats,
			key,
			() =>
				new Intl.DateTimeFormat(locale, {
					timeZone,
					month: "long",
					day: "numeric",
					...(kind !== "day of year" && { year: "numeric" }),
					...(kind === "exact" && {
						hour: "2-digit",
						minute: "2-digit",
						hourCycle: "h23",
					}),
				}),
		);
	return kept(texts, `${key} ${time}`, () => format().format(time));
}

function relativeText(
	locale: string,
	amount: number,
	unit: "minute" | "hour" | "day",
) {
	const format = () =>
		kept(
			relatives,
			locale,
			() => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }),
		);
	return kept(texts, `${locale} ${amount} ${unit}`, () =>
		format().format(amount, unit),
	);
}

/** An imported comment's day is kept as its midnight in UTC: that day everywhere, without an hour. */
const isDay = (time: Date) => time.getTime() % DAY === 0;

export const machineTime = (time: Date): string =>
	time.toISOString().slice(0, isDay(time) ? 10 : undefined);

/** An imported comment without a date. */
export const isUndated = (time: Date): boolean => time.getTime() === 0;

function timeTexts(
	{ language, timeZone, words }: Reader,
	now: number,
	time: Date,
): { text: string; exact?: string } {
	const locale = LOCALE[language];
	if (isUndated(time)) return { text: "" };
	if (isDay(time))
		return { text: dateText(locale, "UTC", "day", time.getTime()) };
	const past = now - time.getTime();
	const exact = dateText(locale, timeZone, "exact", time.getTime());
	if (past < MINUTE) return { text: words.time.justNow, exact };
	const step = STEPS.find(([, end]) => past < end);
	if (step) {
		const amount = -Math.floor(past / step[0]);
		return { text: relativeText(locale, amount, step[2]), exact };
	}
	const sameYear = new Date(now).getUTCFullYear() === time.getUTCFullYear();
	const kind = sameYear ? "day of year" : "day";
	return { text: dateText(locale, timeZone, kind, time.getTime()), exact };
}

/** What a page says of the time at `now`. */
export const timeText = (reader: Reader, now: number, time: Date) =>
	timeTexts(reader, now, time).text;

export const TimeAgo = ({ time }: { time: Date }) => (
	<TimeSince time={time} now={useNow()} reader={useReader()} />
);

export function TimeSince({
	time,
	now,
	reader,
}: {
	time: Date;
	now: number;
	reader: Reader;
}) {
	const { text, exact } = timeTexts(reader, now, time);
	if (text === "") return null;
	return (
		<time dateTime={machineTime(time)} title={exact} suppressHydrationWarning>
			{text}
		</time>
	);
}

/** Without an hour, so no time zone moves it. */
export function CalendarDate({ date }: { date: string }) {
	const { language } = useReader();
	return (
		<time dateTime={date} suppressHydrationWarning>
			{dateText(LOCALE[language], "UTC", "day", Date.parse(date))}
		</time>
	);
}
