import { diffArrays } from "diff";
import { LRUCache } from "lru-cache";
import type { Flavour } from "#app/markdown/parser.ts";
import { escapeHtml, textPieces } from "#app/markdown/plain-text.ts";
import { renderMarkdown } from "#app/markdown/render.server.ts";
import { FORMULA } from "#app/markdown/unbroken.ts";
import type { NoteToCheck } from "#app/notes/queries.server.ts";

export type Change = { is: "same" | "gone" | "new"; html: string };

/** Beyond it, two texts are shown whole. */
const PATIENCE_MS = 50;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const FORMULAS = new RegExp(`(${FORMULA})`);
const textIn = (html: string) =>
	[...textPieces(html)].join("").replace(/\n{2,}/g, "\n");

/** As HTML, of which only formulas stay. A formula is one word. */
const words = (html: string) =>
	html.split(FORMULAS).flatMap((part, at, { length }) => {
		if (at % 2) return part;
		let text = textIn(part);
		if (at === 0) text = text.trimStart();
		if (at === length - 1) text = text.trimEnd();
		return [...segmenter.segment(text)].map(({ segment }) =>
			escapeHtml(segment),
		);
	});

function changesIn(before: string, after: string): Change[] {
	const found = diffArrays(words(before), words(after), {
		timeout: PATIENCE_MS,
	});
	if (!found)
		return [
			{ is: "gone", html: words(before).join("") },
			{ is: "new", html: words(after).join("") },
		];
	return found.map(({ value, added, removed }) => ({
		is: added ? "new" : removed ? "gone" : "same",
		html: value.join(""),
	}));
}

type Past = {
	beforeHtml: string;
	changes: Change[] | null;
	replyChanges: Change[] | null;
};

// Keyed by what it is made of, since desks are read far more often than they change.
const pasts = new LRUCache<string, Past>({
	maxSize: 2_000_000,
	sizeCalculation: (_, made) => 2 * made.length,
});

async function withChange(note: NoteToCheck, by: number) {
	const { before: source, html, replyBefore, replyHtml, ...facts } = note;
	const { isGone, isChanged } = facts;
	const made = JSON.stringify([
		...[isGone, isChanged, html, replyBefore],
		...[isGone || isChanged ? source : null, replyBefore && replyHtml],
	]);
	const known = pasts.get(made);
	if (known) return { ...facts, ...known };
	const past = await pastOf(note, by);
	pasts.set(made, past);
	return { ...facts, ...past };
}

async function pastOf(
	{ isGone, isChanged, ...note }: NoteToCheck,
	by: number,
): Promise<Past> {
	const { html, replyBefore, replyHtml } = note;
	const past = async (source: string, flavour: Flavour) => {
		const rendered = await renderMarkdown(source, flavour, by);
		return rendered.ok ? rendered.html : escapeHtml(source);
	};
	// An unchanged block needs no rendering of its past.
	const before = isGone || isChanged ? await past(note.before, "lesson") : html;
	return {
		beforeHtml: words(before).join(""),
		changes: isChanged ? changesIn(before, html) : null,
		replyChanges:
			replyBefore === null
				? null
				: changesIn(await past(replyBefore, "reply"), replyHtml),
	};
}

/** What became of a lesson's block whose source is known from before, word by word. */
export async function blockChanges(
	before: string,
	html: string,
	by: number,
): Promise<Change[]> {
	const past = await renderMarkdown(before, "lesson", by);
	return changesIn(past.ok ? past.html : escapeHtml(before), html);
}

export type ChangedNote = Awaited<ReturnType<typeof withChange>>;

/** One after the other: each renders old texts. */
export async function withChanges(
	notes: NoteToCheck[],
	by: number,
): Promise<ChangedNote[]> {
	const changed: ChangedNote[] = [];
	for (const note of notes) changed.push(await withChange(note, by));
	return changed;
}
