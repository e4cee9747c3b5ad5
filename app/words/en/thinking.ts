import { plural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const thinking: Words["thinking"] = {
	standard: { yes: "Yes", partly: "Partly", no: "No" },
	write: "Write what I think",
	answer: (question) => `Write what I think: ${question}`,
	position: "Your position (optional)",
	noPosition: "None",
	spread: "Where people stand",
	people: (n) =>
		`${plural(n, "person has", "people have")} stated a position; the latest counts`,
	nobody: "Nobody has stated a position yet.",
	held: (position, n) => `${position} ${n}`,
	other: "Another view",
	closed: (n) =>
		`Write first, then read: once your own reply has ${plural(n, "character", "characters")}, blanks left out, you see everybody's. Pinned notes are always open.`,
	postedShort: (n) =>
		`Posted. It has fewer than ${plural(n, "character", "characters")}, so the others' replies stay closed. `,
	closedMark: "Write first, then read",
	settings: "Question settings",
};
