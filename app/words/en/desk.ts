import type { Words } from "#app/words/zh.ts";

export const desk: Words["desk"] = {
	title: "Desk",
	queue: "Waiting for an answer",
	queueEmpty: "Nothing is waiting. Have a cup of tea.",
	since: "Waiting since",
	claimedByYou: "You are answering",
	candidates: "Questions that may hide in replies",
	candidatesHint:
		"Picked by question marks and words that ask. Whether one becomes a question is yours to decide.",
	candidatesEmpty: "None found.",
	noQuestion: "Not a question",
};
