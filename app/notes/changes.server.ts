import { diffArrays } from "diff";

/** A stretch of a text that changed: still there, gone, or new. */
export type Change = { is: "same" | "gone" | "new"; text: string };

/** Beyond it two texts are shown one after the other. */
const PATIENCE_MS = 50;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const words = (text: string) =>
	[...segmenter.segment(text)].map(({ segment }) => segment);

/** What changed from one wording to the next, word by word. */
export function changesIn(before: string, after: string): Change[] {
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
