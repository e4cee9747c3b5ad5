import { diffArrays } from "diff";
import { plainText } from "#app/markdown/plain-text.ts";
import { textOf } from "#app/markdown/render.server.ts";
import type { NoteToCheck } from "#app/notes/queries.server.ts";

/** A stretch of a text that changed: still there, gone, or new. */
export type Change = { is: "same" | "gone" | "new"; text: string };

/** Beyond it two texts are shown one after the other. */
const PATIENCE_MS = 50;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
/** A command of TeX is one word. */
const COMMANDS = /(\\[A-Za-z]+)/;
const words = (text: string) =>
	text
		.split(COMMANDS)
		.flatMap((part) =>
			COMMANDS.test(part)
				? part
				: [...segmenter.segment(part)].map(({ segment }) => segment),
		);

/** What changed from one wording to the next, word by word. */
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

/** A note to check with what its paragraph said, and what changed there and in its reply, all as text. */
export async function withChanges(note: NoteToCheck) {
	const { before: source, after, replyBefore, replyHtml, ...facts } = note;
	const before = await textOf(source, "lesson");
	return {
		...facts,
		before,
		changes: note.isChanged ? changesIn(before, after) : null,
		replyChanges:
			replyBefore === null
				? null
				: changesIn(await textOf(replyBefore, "reply"), plainText(replyHtml)),
	};
}

/** A note to check as the desk shows it. */
export type ChangedNote = Awaited<ReturnType<typeof withChanges>>;
