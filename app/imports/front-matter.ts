import {
	isCollection,
	isMap,
	isNode,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument as parseYaml,
	type YAMLMap,
} from "yaml";
import type { ParsedQuestion } from "#app/imports/parsed-lesson.ts";
import {
	type Problem,
	type ProblemReason,
	problemAt,
} from "#app/imports/problems.ts";
import { cleanLine, type SourceLine } from "#app/imports/source-lines.ts";

type FrontMatter = {
	title: string | null;
	position: number | null;
	/** Null where the file lists none; an empty list says that there are none. */
	questions: ParsedQuestion[] | null;
	end: number;
	problems: Problem[];
};

const LENGTH_LIMIT = 64_000;
/** Deeper nesting would exhaust the parser's stack, and sometimes end the process. */
const NESTING_LIMIT = 50;
const CLOSE = /^(?:---|\.\.\.)$/u;

function failure(line: SourceLine | undefined, reason: ProblemReason): Problem {
	return problemAt(line?.number ?? 1, line?.text ?? "", reason);
}

function isDeep(source: string): boolean {
	let [open, dashes] = [0, 0];
	for (const [mark] of source.matchAll(/[[\]{}\n]|[-?:](?=\s)/gu)) {
		if (mark === "[" || mark === "{") open += 1;
		else if (mark === "]" || mark === "}") open = Math.max(0, open - 1);
		else if (mark === "\n") dashes = 0;
		else dashes += 1;
		if (open + dashes > NESTING_LIMIT) return true;
	}
	return false;
}

/** As the author wrote it: `title: 007` is not 7. Null where it is no single value. */
function scalarText(node: unknown): string | null {
	if (!isScalar(node) || node.value === null) return null;
	const { value, source } = node;
	return cleanLine(typeof value === "string" ? value : String(source ?? value));
}

function readQuestions(
	node: unknown,
	lineOf: (node: unknown) => SourceLine | undefined,
	problems: Problem[],
): ParsedQuestion[] | null {
	if (isScalar(node) && node.value === null) return null;
	return (isSeq(node) ? node.items : [node]).flatMap((item) => {
		const line = lineOf(item) ?? lineOf(node);
		const text = scalarText(item);
		if (text) return { text, line: line?.number ?? 1 };
		problems.push(failure(line, "questionUnreadable"));
		return [];
	});
}

function readFields(
	map: YAMLMap,
	lineOf: (node: unknown) => SourceLine | undefined,
): Omit<FrontMatter, "end"> {
	const problems: Problem[] = [];
	const titleNode: unknown = map.get("title", true);
	const title = scalarText(titleNode);
	if (isCollection(titleNode))
		problems.push(failure(lineOf(titleNode), "titleUnreadable"));

	const positionNode: unknown = map.get("position", true);
	const position = scalarText(positionNode);
	const isNumber = /^\d{1,4}$/u.test(position ?? "");
	if (!isNumber && (position || isCollection(positionNode)))
		problems.push(failure(lineOf(positionNode), "positionInvalid"));

	return {
		title,
		position: isNumber ? Number(position) : null,
		questions: map.has("questions")
			? readQuestions(map.get("questions", true), lineOf, problems)
			: null,
		problems,
	};
}

/** A Problem alone means that the file cannot be read. */
export function readFrontMatter(lines: SourceLine[]): FrontMatter | Problem {
	const nothing = {
		title: null,
		position: null,
		questions: null,
		problems: [],
	};
	if (lines[0]?.text.trimEnd() !== "---") return { ...nothing, end: 0 };
	const close = lines.findIndex(
		({ text }, index) => index > 0 && CLOSE.test(text.trimEnd()),
	);
	if (close < 0) return failure(lines[0], "frontMatterUnclosed");
	const source = lines
		.slice(1, close)
		.map((line) => line.text)
		.join("\n");
	if (source.length > LENGTH_LIMIT || isDeep(source))
		return failure(lines[0], "frontMatterInvalid");

	const counter = new LineCounter();
	const { contents, errors } = parseYaml(source, { lineCounter: counter });
	if (errors[0])
		return failure(
			lines[errors[0].linePos?.[0].line ?? 0],
			"frontMatterInvalid",
		);
	if (contents === null) return { ...nothing, end: close + 1 };
	if (!isMap(contents)) return failure(lines[1], "frontMatterInvalid");
	const lineOf = (node: unknown) =>
		isNode(node) && node.range
			? lines[counter.linePos(node.range[0]).line]
			: undefined;
	return { ...readFields(contents, lineOf), end: close + 1 };
}
