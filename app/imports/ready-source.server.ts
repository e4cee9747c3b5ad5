import {
	type ReadyComment,
	readyComment,
} from "#app/imports/imported-replies.server.ts";
import { lostAnchors } from "#app/imports/lesson-links.server.ts";
import type { ParsedLesson } from "#app/imports/parsed-lesson.ts";
import { problemAt } from "#app/imports/problems.ts";
import type { NamedSource } from "#app/imports/source.ts";
import type { LessonCounts, SourceReport } from "#app/imports/summary.ts";
import type { LessonText } from "#app/lessons/commands.server.ts";
import type { DecidedQuestions } from "#app/lessons/match-questions.ts";
import { type LessonBlock, renderLesson } from "#app/markdown/blocks.server.ts";
import { renderPlain } from "#app/markdown/render.server.ts";

/** `match`: which lesson it is, by number, or "new"; `asked`: which question of that lesson each text is. */
export type ChosenSource = NamedSource & {
	match?: string;
	asked?: DecidedQuestions;
};

export type ReadySource = {
	report: SourceReport;
	match: string | undefined;
	lesson: {
		parsed: ParsedLesson;
		text: LessonText;
		comments: ReadyComment[];
	} | null;
};

/** Beyond the rendering limits a lesson comes in as typed, paragraph by paragraph. */
const plainBlocks = (markdown: string): LessonBlock[] =>
	markdown
		.split(/\n\s*\n/)
		.filter((paragraph) => paragraph.trim())
		.map((source, i) => ({
			kind: "paragraph",
			level: null,
			line: i + 1,
			source,
			html: renderPlain(source),
			text: source,
		}));

export async function readySource({
	name,
	lesson: parsed,
	problems,
	links = [],
	match,
	asked,
}: ChosenSource): Promise<ReadySource> {
	const report = {
		...{ name, was: null, doubt: null, place: null, html: "" },
		questionDoubts: [],
		wasWidened: false,
		outcome: "left out" as const,
	};
	if (!parsed)
		return {
			report: { ...report, lesson: null, problems },
			match,
			lesson: null,
		};
	const rendered = await renderLesson(parsed.markdown);
	const text = {
		title: parsed.title,
		source: parsed.markdown,
		questions: parsed.questions.map((question) => question.text),
		decided: asked,
		blocks: rendered.ok ? rendered.blocks : plainBlocks(parsed.markdown),
	};
	const beyond = !rendered.ok
		? [problemAt(1, parsed.title, "lessonTooComplex")]
		: rendered.over
			? [problemAt(1, rendered.over.source, "lessonPartTooComplex")]
			: [];
	return {
		report: {
			...report,
			lesson: counted(parsed, text),
			html: previewOf(text.blocks),
			problems: [...problems, ...lostAnchors(links, text.blocks), ...beyond],
		},
		match,
		lesson: { parsed, text, comments: parsed.comments.map(readyComment) },
	};
}

export const previewOf = (blocks: LessonBlock[]): string =>
	blocks.map(({ html }) => `<div class="block">${html}</div>`).join("");

function counted(parsed: ParsedLesson, text: LessonText): LessonCounts {
	const ofKind = (kind: string) =>
		text.blocks.filter((block) => block.kind === kind).length;
	return {
		title: parsed.title,
		position: parsed.position,
		blocks: text.blocks.length,
		headings: ofKind("heading"),
		formulas: ofKind("formula"),
		thinkingQuestions: text.questions,
		replies: parsed.comments.reduce(
			(sum, { answers }) => sum + 1 + answers.length,
			0,
		),
		importedVotes: parsed.comments.reduce((sum, { votes }) => sum + votes, 0),
		repliesNotInSource: parsed.repliesNotInSource,
	};
}
