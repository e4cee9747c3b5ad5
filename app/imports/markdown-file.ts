import { splitComments } from "#app/imports/comment-area.ts";
import { isIndex, ownName } from "#app/imports/course-files.ts";
import { withoutFigureFences } from "#app/imports/figure-fences.ts";
import { withoutContents } from "#app/imports/file-contents.ts";
import { readFrontMatter } from "#app/imports/front-matter.ts";
import { withHeadingBlanks } from "#app/imports/heading-marks.ts";
import {
	withoutLocalImages,
	withoutPictures,
} from "#app/imports/local-images.ts";
import { type Heading, readOutline } from "#app/imports/markdown-outline.ts";
import { withoutMedia } from "#app/imports/media.ts";
import {
	numberInName,
	splitName,
	splitTitle,
} from "#app/imports/numbered-title.ts";
import {
	countNotInSource,
	inLineOrder,
	isTitleTooLong,
	keepFitting,
	type ParsedSource,
	rejected,
} from "#app/imports/parsed-lesson.ts";
import { problemAt } from "#app/imports/problems.ts";
import {
	isBlank,
	type SourceLine,
	sourceLines,
} from "#app/imports/source-lines.ts";
import { linksIn } from "#app/imports/source-links.ts";
import { unreadMarks } from "#app/imports/unread-marks.ts";

const isLessonNumber = (order: number) =>
	Number.isInteger(order) && order >= 0 && order <= 9999;

function repeats(heading: Heading, title: string): boolean {
	return heading.text === title || splitTitle(heading.text).title === title;
}

/** `# 1. 背景` and `# 2. 方法` are parts of a lesson that its file names. */
function titleIn(headings: Heading[]): Heading | undefined {
	const top = headings.filter(({ level, text }) => level === 1 && text);
	const numbers = top.map(({ text }) => numberInName(text));
	return numbers[0] === 1 && numbers.includes(2) ? undefined : top[0];
}

const introduction = (text: string) =>
	/\p{Script=Han}/u.test(text) ? "导读" : "Introduction";

/** Of MDX what only serves its components. */
const MDX_LINE =
	/^(?:import|export) .{0,500}\bfrom ["'][^"']{1,300}["'];?\s*$/u;

/** Front matter comes first; then the first `# ` heading or the file name, its number, and 思考题. */
export function parseMarkdownFile(
	text: string,
	fileName: string,
): ParsedSource {
	const lines = sourceLines(text);
	if (lines.every(isBlank)) return rejected("empty");
	if (text.includes("\0")) return rejected("notText");
	const given = readFrontMatter(lines);
	if ("reason" in given) return { lesson: null, problems: [given] };

	const written = lines.slice(given.end);
	const outlineOf = (some: SourceLine[]) =>
		readOutline(some.map(({ text }) => text).join("\n"), given.end + 1);
	const isCodeIn =
		({ code }: typeof asWritten) =>
		({ number }: SourceLine) =>
			code.has(number - given.end - 1);
	const asWritten = outlineOf(written);
	const whole = withoutFigureFences(written, isCodeIn(asWritten));
	const withComments = whole === written ? asWritten : outlineOf(whole);
	const isCode = isCodeIn(withComments);
	const area = splitComments(whole, { isMarkdown: true, isCode });
	const isMdx = fileName.endsWith(".mdx");
	const spaced = withHeadingBlanks(area.body, isCode);
	const isImport = (line: SourceLine) =>
		MDX_LINE.test(line.text) && !isCode(line);
	const body = isMdx
		? spaced.map((line) => (isImport(line) ? { ...line, text: "" } : line))
		: spaced;
	const outline = body === whole ? withComments : outlineOf(body);
	const base = ownName(fileName);
	const first = titleIn(outline.headings);
	const heading = first?.text ?? given.label;
	const isUnnamed = !heading && isIndex(base);
	const named = heading
		? splitTitle(heading)
		: splitName(isUnnamed ? introduction(text) : base);
	const title = given.title || named.title;
	const titleLine = first ? given.end + first.from + 1 : 1;
	if (isTitleTooLong(title)) return rejected("titleTooLong", titleLine, title);
	if (title === "") return rejected("titleMissing");

	const { rest, contents } = withoutContents(body);
	const media = withoutMedia(rest, isCode);
	const { lines: kept, problems } = withoutLocalImages(media.lines, isCode);
	const { comments, problems: lost } = withoutPictures(area.comments);
	const links = linksIn(kept, isCode);
	problems.push(
		...outline.unclosed.map((at) =>
			problemAt(given.end + at + 1, body[at]?.text ?? "", "codeWithoutEnd"),
		),
		...lost,
		...media.problems,
		...unreadMarks(kept, isCode),
	);
	const repeated =
		first && (!given.title || repeats(first, title)) ? first : null;
	const isRepeated = ({ number }: SourceLine) =>
		repeated &&
		number > given.end + repeated.from &&
		number <= given.end + repeated.to;
	const markdown = kept
		.filter((line) => !isRepeated(line))
		.map((line) => line.text)
		.join("\n")
		.replace(/^(?:[^\S\n]*\n)+/u, "")
		.trimEnd();

	if (isUnnamed && !given.title)
		problems.push(problemAt(1, title, "titleGiven"));
	problems.push(...given.problems, ...area.problems);
	if (markdown === "")
		problems.push(problemAt(titleLine, title, "lessonEmpty"));
	if (!given.questions)
		for (const heading of outline.withoutQuestions)
			problems.push(
				problemAt(
					given.end + heading.from + 1,
					heading.text,
					"questionsMissing",
				),
			);
	const { position, order } = given;
	return {
		given: { position, order },
		links,
		contents,
		isNamedByFile: !given.title && !heading,
		lesson: {
			title,
			position:
				position ??
				(order !== null && isLessonNumber(order) ? order : null) ??
				numberInName(base) ??
				(first ? named.position : null),
			markdown,
			questions: keepFitting(given.questions ?? outline.questions, problems),
			comments,
			repliesNotInSource: countNotInSource(comments),
		},
		problems: inLineOrder(problems),
	};
}
