import { plural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const thinkingForm: Words["thinkingForm"] = {
	asks: "Ask for a position",
	asksNone: "Do not ask",
	asksOwn: "In your own words",
	ownWords: "Your own words",
	ownWordsHint: (least, most, characters) =>
		`One a line, ${least} to ${most} of them, each of at most ${characters} characters. What you take out no longer counts, and counts again when you put it back.`,
	writeFirst: "Write first, then read",
	writeFirstHint: (n) =>
		`A learner sees the others' replies, and where people stand, once their own reply has ${plural(n, "character", "characters")}. Visitors do not see them either; staff and pinned notes are not affected.`,
};
