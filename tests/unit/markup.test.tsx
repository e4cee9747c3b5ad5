import { expect, it } from "vitest";
import { asFirstRead, markupOf } from "#app/ui/markup.server.tsx";
import { TimeSince } from "#app/ui/time-ago.tsx";
import type { ServerReader } from "#app/words/reader.tsx";
import { wordsIn } from "#app/words/words.server.ts";

const MINUTE = 60_000;
const time = new Date(Date.UTC(2026, 5, 1, 20));

const readerIn = (language: "zh" | "en", timeZone: string): ServerReader => {
	const words = wordsIn(language);
	return { language, timeZone, words, rareWords: words, theme: null };
};

const CHINESE = readerIn("zh", "Asia/Shanghai");

/** What a page shows of the row, and how often it was rendered. */
function shown(row: object) {
	let renders = 0;
	const html = (reader: ServerReader, minutes: number) => {
		const now = time.getTime() + minutes * MINUTE;
		return markupOf(row, { reader, now }, { times: [time] }, () => {
			renders += 1;
			return <TimeSince time={time} now={now} reader={reader} />;
		});
	};
	return { html, renders: () => renders };
}

it("kept HTML is in the reader's language and time zone, and says the present time", () => {
	const { html, renders } = shown({});
	expect(html(CHINESE, 5)).toContain("5分钟前");
	expect(html(CHINESE, 5)).toContain("2026年6月2日 04:00");
	expect(html(readerIn("en", "UTC"), 5)).toContain("5 minutes ago");
	expect(html(readerIn("en", "UTC"), 5)).toContain("20:00");
	expect(html(CHINESE, 6)).toContain("6分钟前");
	expect(renders()).toBe(3);
	expect(html(CHINESE, 6)).toBe(html(CHINESE, 6.5));
	expect(renders()).toBe(3);
});

it("HTML is kept for each row", () => {
	const row = {};
	shown(row).html(CHINESE, 1);
	const again = shown(row);
	again.html(CHINESE, 1);
	expect(again.renders()).toBe(0);
	const other = shown({});
	other.html(CHINESE, 1);
	expect(other.renders()).toBe(1);
});

it("a row that is read again has its HTML, until it says something else", () => {
	const read = (title: string) => asFirstRead({ id: 1, title });
	shown(read("before")).html(CHINESE, 1);
	const again = shown(read("before"));
	again.html(CHINESE, 1);
	expect(again.renders()).toBe(0);
	const changed = shown(read("after"));
	changed.html(CHINESE, 1);
	expect(changed.renders()).toBe(1);
});
