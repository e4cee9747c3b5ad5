import type { QuestionDoubt, SourceReport } from "#app/imports/summary.ts";
import {
	type DecidedQuestions,
	doubtfulQuestions,
} from "#app/lessons/match-questions.ts";

type Was = NonNullable<SourceReport["was"]>;

export const askedIn = ({ questions, questionNumbers }: Was) =>
	questions.map((title, i) => ({ title, number: questionNumbers[i] ?? 0 }));

/** The questions of a document that may be one of the lesson's, or not. */
export function questionDoubtsOf(
	was: Was | null,
	texts: readonly string[],
	decided: DecidedQuestions = new Map(),
): QuestionDoubt[] {
	if (!was) return [];
	return doubtfulQuestions(askedIn(was), texts).map((doubt) => {
		const match = decided.get(doubt.text);
		const isThere = doubt.others.some(({ number }) => String(number) === match);
		return { ...doubt, match: match === "new" || isThere ? match : undefined };
	});
}
