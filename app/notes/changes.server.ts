import { diffArrays } from "diff";
import { LRUCache } from "lru-cache";
import { plainText } from "#app/markdown/plain-text.ts";
import { textOf } from "#app/markdown/render.server.ts";
import type { NoteToCheck } from "#app/notes/queries.server.ts";

export type Change = { is: "same" | "gone" | "new"; text: string };

/** Beyond it, two texts are shown whole. */
const PATIENCE_MS = 50;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
/** A TeX command is one word. */
const COMMANDS = /(\\[A-Za-z]+)/;
const words = (text: string) =>
	text
		.split(COMMANDS)
		.flatMap((part) =>
			COMMANDS.test(part)
				? part
				: [...segmenter.segment(part)].map(({ segment }) => segment),
		);

function changesIn(before: string, after: string): Change[] {
	const found = diffArrays(words(before), words(after), {
		timeout: PATIENCE_MS,
	});
	if (!found)
		return [
			{ is: "gone", text: before },
			{ is: "new", text: after },
		];
	return found.map(({ value, added, removed }) => ({
		is: added ? "new" : removed ? "gone" : "same",
		text: value.join(""),
	}));
}

type Past = {
	before: string;
	changes: Change[] | null;
	replyChanges: Change[] | null;
};

// Keyed by what it is made of, since desks are read far more often than they change.
const pasts = new LRUCache<string, Past>({
	maxSize: 2_000_000,
	sizeCalculation: (_, made) => 2 * made.length,
});

/** All as text, as `by` may see it. */
async function withChange(note: NoteToCheck, by: number) {
	const { before: source, after, replyBefore, replyHtml, ...facts } = note;
	const { isGone, isChanged } = facts;
	const made = JSON.stringify([
		...[isGone, isChanged, after, replyBefore],
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
	const { after, replyBefore, replyHtml } = note;
	// An unchanged block needs no rendering of its past.
	const before =
		isGone || isChanged ? await textOf(note.before, "lesson", by) : after;
	return {
		before,
		changes: isChanged ? changesIn(before, after) : null,
		replyChanges:
			replyBefore === null
				? null
				: changesIn(
						await textOf(replyBefore, "reply", by),
						plainText(replyHtml),
					),
	};
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
