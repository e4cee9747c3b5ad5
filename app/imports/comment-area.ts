import { readHead, resemblesHead } from "#app/imports/comment-head.ts";
import {
	isMarkupAlone,
	lastOfList,
	withoutMarkup,
	withoutTags,
} from "#app/imports/comment-html.ts";
import { signOfComments } from "#app/imports/comment-signs.ts";
import { parseComments } from "#app/imports/comments.ts";
import type { ParsedComment } from "#app/imports/parsed-lesson.ts";
import { type Problem, problemAt } from "#app/imports/problems.ts";
import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";

const HEADING =
	/^(?:(精选|全部|热门|用户|最新|读者|学员|网友|知乎|微信|公众号|课程|本课|本讲|置顶)?(?:留言|评论)(区|精选|列表|摘录|选登|选)?|讨论区|comments?)\s*(?:[(（]\s*\d+\s*条?\s*[)）]|\d+\s*条?)?\s*[:：]?$/iu;
const COUNTED =
	/^(?:[共全部]{1,2}\s?)?\d{1,6}\s?(?:条\s?(?:精选)?(?:留言|评论)|comments?)$/iu;
const EMPTY = /^(?:暂无|还没有)(?:留言|评论)[。.]?$/u;
const OTHER_TAG = /<\/?(?!(?:ul|ol|li|div|section|p|br|img)\b)[a-z]/iu;
const MARKED = /^#{1,6}(?=\s)/u;

const plain = ({ text }: SourceLine): string =>
	withoutTags(text.slice(0, 300))
		.replaceAll(/[#*_<>]|\p{Extended_Pictographic}|\uFE0F/gu, "")
		.trim()
		.slice(0, 40);

const countsThem = (line: SourceLine): boolean =>
	levelOf(line) > 0 && COUNTED.test(plain(line));

const isHeading = (line: SourceLine): boolean =>
	HEADING.test(plain(line)) || countsThem(line);

const isHeadingOfComments = (line: SourceLine): boolean => {
	const [, which, area] = HEADING.exec(plain(line)) ?? [];
	return Boolean(which ?? area) || countsThem(line);
};

function isCommentHead(line: SourceLine): boolean {
	if (readHead(line)) return true;
	return (
		line.text.includes("👍") &&
		line.text.includes("<") &&
		withoutMarkup([{ ...line, text: `<li>${line.text}` }]).some((one) =>
			readHead(one),
		)
	);
}

/** The last that says so itself, else the last that may. */
function headingIn(lines: (SourceLine | null)[]): number {
	const certain = lines.findLastIndex(
		(line) => line && isHeadingOfComments(line),
	);
	return certain < 0
		? lines.findLastIndex((line) => line && isHeading(line))
		: certain;
}

type Options = { isMarkdown: boolean; isCode?: (line: SourceLine) => boolean };

/** `top`: where it begins, with a fold around its heading. */
type Area = {
	top: number;
	heading: number;
	start: number;
	end: number;
	isCounted: boolean;
};

const FOLD = /^\s{0,8}<details\b[^<>]{0,200}>\s*$/iu;
const SUMMARY = /^\s{0,8}<summary\b/iu;

function findArea(
	lines: SourceLine[],
	{ isMarkdown, isCode = () => false }: Options,
): Area | null {
	const first = lines.findIndex((line) => !isCode(line) && isCommentHead(line));
	const isCounted = first >= 0;
	let start = first;
	while (isCounted && start > 0 && isWrapping(lines[start - 1])) start--;
	const above = lines[start - 1];
	const heading = isCounted
		? above && isHeading(above)
			? start - 1
			: start
		: headingIn(lines.map((line) => (isCode(line) ? null : line)));
	if (heading < 0) return null;
	if (!isCounted) start = heading + 1;
	const level = levelOf(lines[heading]) || 2;
	const next = isMarkdown
		? lines.findIndex((line, index) => {
				const own = index > first && index >= start ? levelOf(line) : 0;
				return own > 0 && own <= level && !isCode(line) && !isCommentHead(line);
			})
		: -1;
	const last = isMarkdown ? beforeDefinitions(lines, start) : lines.length;
	const rest = lines.slice(start, next < 0 ? last : next);
	const list = lastOfList(rest);
	const end = start + (list < 0 ? rest.length : list + 1);
	const isFolded =
		SUMMARY.test(lines[heading]?.text ?? "") &&
		FOLD.test(lines[heading - 1]?.text ?? "");
	const top = isFolded ? heading - 1 : heading;
	return { top, heading, start, end, isCounted };
}

const DEFINITION = /^ {0,3}\[[^[\]]{1,500}\][:：]\s{0,9}\S|^(?: {2,}|\t)\S/u;
const DEFINED = /^ {0,3}\[/u;

/** Pictures, links and notes of the lesson that are defined below its comments. */
function beforeDefinitions(lines: SourceLine[], start: number): number {
	let end = lines.length;
	for (let at = end - 1; at >= start; at--) {
		const line = lines[at];
		if (!line || !(isBlank(line) || DEFINITION.test(line.text))) break;
		if (DEFINED.test(line.text)) end = at;
	}
	return end;
}

const levelOf = (line: SourceLine | undefined): number =>
	MARKED.exec(line?.text ?? "")?.[0].length ?? 0;

/** Belongs to the comments below: blank, empty or the beginning of their list. */
const isWrapping = (line: SourceLine | undefined): boolean =>
	line !== undefined &&
	((isMarkupAlone(line) && !OTHER_TAG.test(line.text)) ||
		EMPTY.test(line.text.trim().slice(0, 40)));

/** Empties the lines of a document's comment area. */
export function splitComments(
	lines: SourceLine[],
	options: Options,
): { body: SourceLine[]; comments: ParsedComment[]; problems: Problem[] } {
	const area = findArea(lines, options);
	const none = { body: lines, comments: [], problems: unread(lines, options) };
	if (!area) return none;
	const { top, heading, start, end, isCounted } = area;
	const body = lines.map((line, index) =>
		index < top || index >= end ? line : { ...line, text: "" },
	);
	const inside = lines.slice(start, end);
	const isEmpty = inside.every(
		(line) => isBlank(line) || EMPTY.test(line.text.trim().slice(0, 40)),
	);
	if (isEmpty) return { ...none, body };
	const line = lines[heading];
	const isCertain = line !== undefined && isHeadingOfComments(line);
	const { comments, problems } = parseComments(inside, isCertain);
	if (isCounted || comments.length > 0)
		return {
			...{ body, comments },
			problems: [...unread(body, options), ...problems],
		};
	const isLikely = isCertain || parseComments(inside, true).comments.length > 0;
	if (!line || !isLikely) return none;
	const others = none.problems.filter(
		({ reason }) => reason !== "commentsSuspected",
	);
	const unreadArea = problemAt(line.number, line.text, "commentsUnread");
	return { ...none, problems: [...others, unreadArea] };
}

function unread(lines: SourceLine[], { isCode }: Options): Problem[] {
	const prose = lines.filter((line) => !isCode?.(line));
	const sign = signOfComments(prose);
	return [
		...prose
			.filter(resemblesHead)
			.map((line) => problemAt(line.number, line.text, "commentUnclear")),
		...(sign ? [problemAt(sign.number, sign.text, "commentsSuspected")] : []),
	];
}
