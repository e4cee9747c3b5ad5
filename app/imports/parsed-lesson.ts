import { TITLE_MAX } from "#app/courses/policy.ts";
import type { Problem, ProblemReason } from "#app/imports/problems.ts";
import { problemAt } from "#app/imports/problems.ts";
import { longerThan } from "#app/imports/source-lines.ts";
import type { SourceLink } from "#app/imports/source-links.ts";
import { QUESTION_MAX } from "#app/lessons/limits.ts";

export type ParsedQuestion = { text: string; line: number };

/** Of the source's own staff, under a comment. */
export type ParsedAnswer = {
	name: string;
	text: string;
	date: string | null;
	line: number;
};

export type ParsedComment = {
	nickname: string;
	votes: number;
	/** The number behind 💬 less the document's own `answers`. */
	repliesInSource: number;
	answers: ParsedAnswer[];
	text: string;
	date: string | null;
	line: number;
	order: number;
};

export type ParsedLesson = {
	title: string;
	position: number | null;
	markdown: string;
	questions: ParsedQuestion[];
	comments: ParsedComment[];
	repliesNotInSource: number;
};

export type ParsedSource = {
	lesson: ParsedLesson | null;
	problems: Problem[];
	links?: SourceLink[];
	/** What a table of contents within it names. */
	contents?: string[];
	/** It has no title of its own. */
	isNamedByFile?: boolean;
	/** In front matter: the lesson's number, and its order among the files of its folder. */
	given?: { position: number | null; order: number | null };
};

export function isTitleTooLong(title: string): boolean {
	return longerThan(title, TITLE_MAX);
}

export function rejected(
	reason: ProblemReason,
	line = 1,
	text = "",
): ParsedSource {
	return { lesson: null, problems: [problemAt(line, text, reason)] };
}

/** Questions too long for a thread's title become problems. */
export function keepFitting(
	questions: ParsedQuestion[],
	problems: Problem[],
): ParsedQuestion[] {
	return questions.filter(({ line, text }) => {
		const fits = !longerThan(text, QUESTION_MAX);
		if (!fits) problems.push(problemAt(line, text, "questionTooLong"));
		return fits;
	});
}

export const countNotInSource = (comments: ParsedComment[]): number =>
	comments.reduce((sum, { repliesInSource }) => sum + repliesInSource, 0);

export function inLineOrder(problems: Problem[]): Problem[] {
	return problems.toSorted((a, b) => a.line - b.line);
}
