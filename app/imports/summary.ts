import { type Problem, reasonText } from "#app/imports/problems.ts";
import type { Language } from "#app/platform/language.ts";

export type LessonCounts = {
	title: string;
	position: number | null;
	blocks: number;
	headings: number;
	formulas: number;
	thinkingQuestions: string[];
	replies: number;
	importedVotes: number;
	repliesNotInSource: number;
};

/** `place` counts from 1; null for one that is not shown. */
type LessonInPlace = { number: number; title: string; place: number | null };

type Question = { number: number; title: string };

export type QuestionDoubt = {
	text: string;
	likely: Question;
	others: Question[];
	/** Undefined until it is decided. */
	match: string | undefined;
};

export type SourceReport = {
	name: string;
	lesson: LessonCounts | null;
	was: {
		number: number;
		title: string;
		questions: string[];
		questionNumbers: number[];
	} | null;
	/** Which lesson it is was, or is to be, decided among these. */
	doubt: { isDecided: boolean; lessons: LessonInPlace[] } | null;
	/** Punctuation was given back at the last import, and would not be now. */
	wasWidened: boolean;
	/** Which question of the lesson a text is was, or is to be, decided. */
	questionDoubts: QuestionDoubt[];
	/** Of the lesson in the course, from 1. */
	place: number | null;
	outcome: "created" | "updated" | "unchanged" | "left out";
	problems: Problem[];
	html: string;
};

export const isLessonUndecided = ({ doubt }: SourceReport): boolean =>
	doubt !== null && !doubt.isDecided;

export const isUndecided = (report: SourceReport): boolean =>
	isLessonUndecided(report) ||
	report.questionDoubts.some(({ match }) => match === undefined);

export type Summary = {
	lessons: LessonCounts[];
	created: number;
	updated: number;
	unchanged: number;
	problems: { line: number; text: string; reason: string; source?: string }[];
};

export function summarise(
	reports: SourceReport[],
	language: Language,
): Summary {
	const count = (outcome: SourceReport["outcome"]) =>
		reports.filter((report) => report.outcome === outcome).length;
	const several = reports.length > 1;
	return {
		lessons: reports.flatMap(({ lesson }) => lesson ?? []),
		created: count("created"),
		updated: count("updated"),
		unchanged: count("unchanged"),
		problems: reports.flatMap(({ name, problems }) =>
			problems.map(({ line, text, reason }) => ({
				line,
				text,
				reason: reasonText[reason][language],
				...(several && { source: name }),
			})),
		),
	};
}
