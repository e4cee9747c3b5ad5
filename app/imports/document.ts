import { splitComments } from "#app/imports/comment-area.ts";
import { readHead } from "#app/imports/comment-head.ts";
import { withoutDetails } from "#app/imports/details.ts";
import { fencedIn, linksAsTyped } from "#app/imports/document-marks.ts";
import { decodeEntities } from "#app/imports/entities.ts";
import { parseBody } from "#app/imports/lesson-body.ts";
import {
	withoutLocalImages,
	withoutPictures,
} from "#app/imports/local-images.ts";
import { splitTitle } from "#app/imports/numbered-title.ts";
import {
	countNotInSource,
	inLineOrder,
	isTitleTooLong,
	keepFitting,
	type ParsedSource,
	rejected,
} from "#app/imports/parsed-lesson.ts";
import { problemAt } from "#app/imports/problems.ts";
import { splitQuestions } from "#app/imports/questions.ts";
import { isQuestionsHeading } from "#app/imports/questions-heading.ts";
import {
	isBlank,
	type SourceLine,
	sourceLines,
} from "#app/imports/source-lines.ts";

const NO_TITLE = /^(?:-\s|\$\$|`{3}|[-+=*]{3,}$)/u;

/** Title line, text with one paragraph a line, section 思考题, old comments. Without a usable title nothing is read. */
export function parseDocument(text: string): ParsedSource {
	const lines = sourceLines(text);
	const titleIndex = lines.findIndex((line) => !isBlank(line));
	const titleLine = lines[titleIndex];
	if (!titleLine) return rejected("empty");
	if (text.includes("\0")) return rejected("notText");
	const { title, position } = splitTitle(decodeEntities(titleLine.text));
	if (
		title === "" ||
		NO_TITLE.test(titleLine.text.trim()) ||
		readHead(titleLine) ||
		(position === null && isQuestionsHeading(title))
	)
		return rejected("titleMissing", titleLine.number, titleLine.text);
	if (isTitleTooLong(title))
		return rejected("titleTooLong", titleLine.number, titleLine.text);

	const rest = lines.slice(titleIndex + 1);
	const area = splitComments(rest, { isMarkdown: false });
	const code = fencedIn(area.body);
	const isCode = (line: SourceLine) => code.has(line);
	const pictured = withoutLocalImages(area.body, isCode);
	const body = parseBody(
		pictured.lines,
		new Set(pictured.problems.map(({ line }) => line)),
	);
	const { comments, problems: lost } = withoutPictures(area.comments);
	const problems = [
		...[...area.problems, ...pictured.problems, ...lost, ...body.problems],
		...linksAsTyped(pictured.lines, isCode),
	];

	if (body.markdown === "")
		problems.push(problemAt(titleLine.number, titleLine.text, "lessonEmpty"));
	const questions = body.questionSections.flatMap((section) => {
		const found = splitQuestions(withoutDetails(section.lines));
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

	return {
		lesson: {
			title,
			position,
			markdown: body.markdown,
			questions: keepFitting(questions, problems),
			comments,
			repliesNotInSource: countNotInSource(comments),
		},
		problems: inLineOrder(problems),
	};
}
