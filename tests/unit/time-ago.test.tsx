import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TimeSince } from "#app/ui/time-ago.tsx";
import type { ServerReader } from "#app/words/reader.tsx";
import { wordsIn } from "#app/words/words.server.ts";

const words = wordsIn("en");
const now = Date.UTC(2026, 5, 1, 20);

const shownIn = (timeZone: string, time: string) => {
	const reader: ServerReader = {
		...{ language: "en", timeZone, words, rareWords: words, theme: null },
	};
	const at = new Date(time);
	return renderToStaticMarkup(
		<TimeSince time={at} now={now} reader={reader} />,
	);
};

it.each(["Pacific/Kiritimati", "UTC", "America/Los_Angeles"])(
	"an imported day is that day in %s, without an hour",
	(zone) => {
		expect(shownIn(zone, "2026-06-01")).toBe(
			'<time dateTime="2026-06-01">June 1, 2026</time>',
		);
	},
);

it("a time is the reader's, with its hour", () => {
	expect(shownIn("America/Los_Angeles", "2026-06-01T18:59:00.001Z")).toMatch(
		/title="June 1, 2026 at 11:59">1 hour ago/,
	);
});

it("an imported comment without a date shows none", () => {
	expect(shownIn("UTC", "1970-01-01")).toBe("");
});
