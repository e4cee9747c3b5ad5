import type { Format } from "#app/imports/format.ts";
import { reasonText } from "#app/imports/problems.ts";
import type { SubmittedDocument } from "#app/imports/submitted.server.ts";
import type { LessonCounts, SourceReport } from "#app/imports/summary.ts";
import { matchQuestions } from "#app/lessons/match-questions.ts";
import { excerpt, renderPlain } from "#app/markdown/render.server.ts";
import type { ErrorKey } from "#app/platform/failure.ts";
import type { Language } from "#app/platform/i18n/language.ts";

/** A document as the pages of the browser's import show it. */
export type DocumentView = {
	/** Unique on the page. */
	id: string;
	/** Empty for a pasted one. */
	name: string;
	lesson: LessonCounts | null;
	was: SourceReport["was"];
	outcome: SourceReport["outcome"];
	problems: { id: number; line: number; text: string; sentence: string }[];
	/** The first old comments. */
	sample: {
		order: number;
		name: string;
		date: string | null;
		votes: number;
		text: string;
	}[];
	questions: string;
	/** Those that take over the thread of another wording in the same place. */
	reworded: { from: string; to: string }[];
	/** Whether the lesson asks something now that it would no longer ask. */
	drops: boolean;
	error: ErrorKey | undefined;
	/** What travels along until the import. */
	format: Format;
	text: string;
};

const SAMPLE = 3;
const SAMPLE_EXCERPT = 120;

/** A document with what an import reports on it; without a report, what was found in it. */
export function documentView(
	{ lesson, questions, error, format, text, ...document }: SubmittedDocument,
	{
		id,
		report,
		language,
	}: { id: string; report?: SourceReport; language: Language },
): DocumentView {
	const { problems } = report ?? document;
	const asked = (report?.was?.questions ?? []).map((title) => ({ title }));
	const texts = report?.lesson?.thinkingQuestions ?? [];
	const kept = matchQuestions(asked, texts);
	return {
		id,
		name: document.name,
		lesson: report?.lesson ?? null,
		was: report?.was
			? { title: report.was.title, questions: report.was.questions }
			: null,
		outcome: report?.outcome ?? "left out",
		problems: problems.map(({ line, text, reason }, i) => ({
			id: i,
			line,
			text,
			sentence: reasonText[reason][language],
		})),
		sample: (lesson?.comments ?? []).slice(0, SAMPLE).map((comment) => ({
			order: comment.order,
			name: comment.nickname,
			date: comment.date,
			votes: comment.votes,
			text: excerpt(renderPlain(comment.text), SAMPLE_EXCERPT),
		})),
		questions,
		reworded: texts.flatMap((to, i) => {
			const from = kept[i]?.title ?? to;
			return from === to ? [] : [{ from, to }];
		}),
		drops: asked.some((question) => !kept.includes(question)),
		error,
		format,
		text,
	};
}
