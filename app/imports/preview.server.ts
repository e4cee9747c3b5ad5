import type { Format } from "#app/imports/format.ts";
import type { Narrow, Widths } from "#app/imports/full-width.ts";
import { reasonText } from "#app/imports/problems.ts";
import { askedIn } from "#app/imports/question-doubts.ts";
import type { SubmittedDocument } from "#app/imports/submitted.server.ts";
import {
	isUndecided,
	type LessonCounts,
	type SourceReport,
} from "#app/imports/summary.ts";
import { matchQuestions } from "#app/lessons/match-questions.ts";
import { excerpt, renderPlain } from "#app/markdown/render.server.ts";
import type { Fault } from "#app/platform/forms/failure.ts";
import type { Language } from "#app/platform/language.ts";

export type DocumentView = {
	id: string;
	name: string;
	lesson: LessonCounts | null;
	was: Pick<
		NonNullable<SourceReport["was"]>,
		"number" | "title" | "questions"
	> | null;
	isUndecided: boolean;
	doubt: SourceReport["doubt"];
	questionDoubts: SourceReport["questionDoubts"];
	match: string;
	place: number | null;
	outcome: SourceReport["outcome"];
	problems: { id: number; line: number; text: string; sentence: string }[];
	sample: {
		order: number;
		name: string;
		date: string | null;
		votes: number;
		text: string;
	}[];
	questions: string;
	reworded: { from: string; to: string }[];
	drops: boolean;
	error: Fault | undefined;
	format: Format;
	called: string;
	text: string;
	/** Lesson text; without it, it is too long to be shown. */
	html: string | undefined;
	hasText: boolean;
	widths: Widths;
	narrow: { of: keyof Narrow; count: number; lines: Narrow["text"] }[];
};

const TEXT_SHOWN = 1_000_000;
const NARROW_SHOWN = 30;
const SAMPLE = 3;
const SAMPLE_EXCERPT = 120;

function hasText(report: SourceReport | undefined): boolean {
	const length = report?.html.length ?? 0;
	return length > 0 && length <= TEXT_SHOWN;
}

export function documentView(
	{
		lesson,
		questions,
		error,
		format,
		called = "",
		text,
		match,
		asked: decided,
		narrow,
		widths,
		...document
	}: SubmittedDocument,
	{
		id,
		report,
		language,
		keep,
	}: {
		id: string;
		report?: SourceReport;
		language: Language;
		/** Hands HTML to the page's element of this id. */
		keep: (id: string, html: string) => string | undefined;
	},
): DocumentView {
	const { problems } = report ?? document;
	const asked = report?.was ? askedIn(report.was) : [];
	const texts = report?.lesson?.thinkingQuestions ?? [];
	const kept = matchQuestions(asked, texts, decided);
	return {
		id,
		name: document.name,
		lesson: report?.lesson ?? null,
		was: report?.was
			? {
					number: report.was.number,
					title: report.was.title,
					questions: report.was.questions,
				}
			: null,
		isUndecided: report !== undefined && isUndecided(report),
		doubt: report?.doubt ?? null,
		questionDoubts: report?.questionDoubts ?? [],
		match,
		place: report?.place ?? null,
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
		called,
		text,
		hasText: hasText(report),
		html: hasText(report)
			? keep(`${id}-text`, withOwnHeadings(report?.html ?? "", id))
			: undefined,
		widths: widths ?? { text: report?.wasWidened ?? false, comments: false },
		narrow: (["text", "comments"] as const).flatMap((of) =>
			narrow[of].length === 0
				? []
				: {
						...{ of, count: narrow[of].length },
						lines: narrow[of].slice(0, NARROW_SHOWN),
					},
		),
	};
}

/** A page of several lessons may have equal headings. */
const withOwnHeadings = (html: string, scope: string) =>
	html
		.replaceAll(' id="h-', ` id="${scope}-h-`)
		.replaceAll(' href="#h-', ` href="#${scope}-h-`);
