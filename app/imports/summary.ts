import { type Problem, reasonText } from "#app/imports/problems.ts";
import type { Language } from "#app/platform/i18n/language.ts";

/** What stands in a lesson's source, counted. */
export type LessonCounts = {
	title: string;
	position: number | null;
	blocks: number;
	headings: number;
	/** Displayed ones. */
	formulas: number;
	thinkingQuestions: string[];
	replies: number;
	importedVotes: number;
	repliesNotInSource: number;
};

/** What an import made of a source, or would make of it. */
export type SourceReport = {
	name: string;
	/** Null where the source cannot be read. */
	lesson: LessonCounts | null;
	/** The lesson of the course that it means, as it was before. */
	was: { title: string; questions: string[] } | null;
	outcome: "created" | "updated" | "unchanged" | "left out";
	problems: Problem[];
};

/** The shape of `npm run import -- --json`. */
export type Summary = {
	lessons: LessonCounts[];
	created: number;
	updated: number;
	unchanged: number;
	/** `reason` is a sentence; `source` names the file where there are several. */
	problems: { line: number; text: string; reason: string; source?: string }[];
};

/** The reports on all sources of an import, added up. */
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
