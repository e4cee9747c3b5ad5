import { LRUCache } from "lru-cache";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { timeText } from "#app/ui/time-ago.tsx";
import { ReaderProvider, type ServerReader } from "#app/words/reader.tsx";

/** Whom and when a page is made for. */
export type Reading = { reader: ServerReader; now: number };

type Shown = {
	/** Those that it shows as time ago. */
	times: Date[];
	/** What else it depends on. */
	variant?: string;
};

const VARIANTS_MAX = 8;
const markups = new WeakMap<object, Map<string, string>>();

/** The HTML of what shows a row and nothing of the viewer. It is kept as long as the row. */
export function markupOf(
	row: object,
	{ reader, now }: Reading,
	{ times, variant = "" }: Shown,
	element: () => ReactElement,
): string {
	let key = `${reader.language} ${reader.timeZone} ${variant}`;
	for (const time of times) key += ` ${timeText(reader, now, time)}`;
	const variants = markups.get(row) ?? new Map<string, string>();
	const found = variants.get(key);
	if (found !== undefined) return found;
	if (variants.size >= VARIANTS_MAX) variants.clear();
	const html = renderToStaticMarkup(
		<ReaderProvider value={reader}>{element()}</ReaderProvider>,
	);
	markups.set(row, variants.set(key, html));
	return html;
}

const ROWS_KEPT = 2000;
const read = new LRUCache<string, object>({ max: ROWS_KEPT });

/** For rows that each page reads anew: the one that was first read with the same values, and its HTML with it. */
export function asFirstRead<Row extends object>(row: Row): Row {
	const said = JSON.stringify(row);
	const first = (read.get(said) as Row | undefined) ?? row;
	if (first === row) read.set(said, row);
	return first;
}
