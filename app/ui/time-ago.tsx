import { LOCALE } from "#app/platform/i18n/language.ts";
import { useReader } from "#app/platform/i18n/reader.tsx";
import { useNow } from "#app/ui/viewer.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
	[MINUTE, HOUR, "minute"],
	[HOUR, DAY, "hour"],
	[DAY, 30 * DAY, "day"],
] as const;

// Made once: a formatter costs more than everything else on the page.
const formats = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

function dateFormat(
	locale: string,
	timeZone: string,
	kind: "day" | "day of year" | "exact",
) {
	const key = `${locale} ${timeZone} ${kind}`;
	let format = formats.get(key);
	if (!format) {
		format = new Intl.DateTimeFormat(locale, {
			timeZone,
			month: "long",
			day: "numeric",
			...(kind !== "day of year" && { year: "numeric" }),
			...(kind === "exact" && {
				hour: "2-digit",
				minute: "2-digit",
				hourCycle: "h23",
			}),
		});
		formats.set(key, format);
	}
	return format;
}

function relativeFormat(locale: string) {
	let format = relatives.get(locale);
	if (!format) {
		format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
		relatives.set(locale, format);
	}
	return format;
}

/** An instant as people say it; the exact one in its title. Beyond a month, the date. */
export function TimeAgo({ time }: { time: Date }) {
	const { language, timeZone, words } = useReader();
	const now = useNow();
	const locale = LOCALE[language];
	const past = now - time.getTime();
	const step = STEPS.find(([, end]) => past < end);
	let said: string;
	if (past < MINUTE) said = words.time.justNow;
	else if (step)
		said = relativeFormat(locale).format(-Math.floor(past / step[0]), step[2]);
	else {
		const sameYear = new Date(now).getUTCFullYear() === time.getUTCFullYear();
		said = dateFormat(
			locale,
			timeZone,
			sameYear ? "day of year" : "day",
		).format(time);
	}
	return (
		<time
			dateTime={time.toISOString()}
			title={dateFormat(locale, timeZone, "exact").format(time)}
			suppressHydrationWarning
		>
			{said}
		</time>
	);
}

/** A calendar date without an hour, as an import brings it: no zone moves it. */
export function CalendarDate({ date }: { date: string }) {
	const { language } = useReader();
	return (
		<time dateTime={date} suppressHydrationWarning>
			{dateFormat(LOCALE[language], "UTC", "day").format(
				new Date(`${date}T00:00:00Z`),
			)}
		</time>
	);
}
