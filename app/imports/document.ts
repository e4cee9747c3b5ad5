import {
	isCommentHead,
	parseComments,
	resemblesCommentHead,
} from "#app/imports/comments.ts";
import { parseBody } from "#app/imports/lesson-body.ts";
import { splitTitle } from "#app/imports/numbered-title.ts";
import {
	inLineOrder,
	isTitleTooLong,
	keepFitting,
	type ParsedSource,
	rejected,
} from "#app/imports/parsed-lesson.ts";
import { problemAt } from "#app/imports/problems.ts";
import { isQuestionsHeading, splitQuestions } from "#app/imports/questions.ts";
import {
	isBlank,
	type SourceLine,
	sourceLines,
} from "#app/imports/source-lines.ts";

const NO_TITLE = /^(?:-\s|\$\$|`{3})/u;
const AREA_HEADING =
	/^(?:(?:精选|全部|热门|用户|最新)?(?:留言|评论)区?|讨论区|comments?)\s*(?:[(（]\s*\d+\s*[)）]|\d+\s*条?)?\s*[:：]?$/iu;
const AREA_EMPTY = /^(?:暂无|还没有)(?:留言|评论)[。.]?$/u;

/** The heading of the comment area (精选留言…) is the last line before it. */
function withoutAreaHeading(lines: SourceLine[]): SourceLine[] {
	const filled = lines.filter((line) => !isBlank(line));
	const drop = (pattern: RegExp) => {
		if (pattern.test(filled.at(-1)?.text.trim().slice(0, 40) ?? ""))
			filled.pop();
	};
	drop(AREA_EMPTY);
	drop(AREA_HEADING);
	const last = filled.at(-1)?.number ?? 0;
	return lines.filter((line) => line.number <= last);
}

/** Title line, text with one paragraph a line, section 思考题, old comments. Without a usable title nothing is read. */
export function parseDocument(text: string): ParsedSource {
	const lines = sourceLines(text);
	const titleIndex = lines.findIndex((line) => !isBlank(line));
	const titleLine = lines[titleIndex];
	if (!titleLine) return rejected("empty");
	if (text.includes("\0")) return rejected("notText");
	const { title, position } = splitTitle(titleLine.text);
	if (
		title === "" ||
		NO_TITLE.test(titleLine.text.trim()) ||
		isCommentHead(titleLine) ||
		isQuestionsHeading(titleLine.text)
	)
		return rejected("titleMissing", titleLine.number, titleLine.text);
	if (isTitleTooLong(title))
		return rejected("titleTooLong", titleLine.number, titleLine.text);

	const rest = lines.slice(titleIndex + 1);
	const firstHead = rest.findIndex(isCommentHead);
	const areaStart = firstHead < 0 ? rest.length : firstHead;
	const body = parseBody(withoutAreaHeading(rest.slice(0, areaStart)));
	const { comments, problems } = parseComments(rest.slice(areaStart));
	problems.push(...body.problems);

	if (body.markdown === "")
		problems.push(problemAt(titleLine.number, titleLine.text, "lessonEmpty"));
	const questions = body.questionSections.flatMap((section) => {
		const found = splitQuestions(section.lines);
		if (found.length === 0)
			problems.push(
				problemAt(
					section.heading.number,
					section.heading.text,
					"questionsMissing",
				),
			);
		return found;
	});
	for (const line of rest.filter(resemblesCommentHead))
		problems.push(problemAt(line.number, line.text, "commentUnclear"));

	return {
		lesson: {
			title,
			position,
			markdown: body.markdown,
			questions: keepFitting(questions, problems),
			comments,
			repliesNotInSource: comments.reduce(
				(sum, comment) => sum + comment.repliesInSource,
				0,
			),
		},
		problems: inLineOrder(problems),
	};
}
