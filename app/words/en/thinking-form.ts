import {
	OPENING_CHARACTERS,
	POSITION_MAX,
	POSITIONS_MAX,
	POSITIONS_MIN,
} from "#app/thinking/policy.ts";
import type { Words } from "#app/words/zh.ts";

export const thinkingForm: Words["thinkingForm"] = {
	asks: "Ask for a position",
	asksNone: "Do not ask",
	asksOwn: "In your own words",
	ownWords: "Your own words",
	ownWordsHint: `One a line, ${POSITIONS_MIN} to ${POSITIONS_MAX} of them, each of at most ${POSITION_MAX} characters. What you take out no longer counts, and counts again when you put it back.`,
	writeFirst: "Write first, then read",
	writeFirstHint: `A learner sees the others' replies, and where people stand, once their own reply has ${OPENING_CHARACTERS} characters. Visitors do not see them either; staff and pinned notes are not affected.`,
};
