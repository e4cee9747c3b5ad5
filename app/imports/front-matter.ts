import { parse as parseToml, TomlError } from "smol-toml";
import {
	Document,
	isAlias,
	isCollection,
	isMap,
	isNode,
	isScalar,
	isSeq,
	YAMLMap,
} from "yaml";
import type { ParsedQuestion } from "#app/imports/parsed-lesson.ts";
import {
	type Problem,
	type ProblemReason,
	problemAt,
} from "#app/imports/problems.ts";
import { cleanLine, type SourceLine } from "#app/imports/source-lines.ts";
import { isModest, readYaml } from "#app/imports/yaml.ts";

type FrontMatter = {
	title: string | null;
	label: string | null;
	position: number | null;
	/** Among the files of its folder; may be negative or broken. */
	order: number | null;
	/** Null where the file lists none; an empty list says that there are none. */
	questions: ParsedQuestion[] | null;
	end: number;
	problems: Problem[];
};

const CLOSE = { "---": /^(?:---|\.\.\.)$/u, "+++": /^\+\+\+$/u };
const ORDER_KEYS = ["sidebar_position", "order", "weight", "nav_order"];
const WHOLE = /^\d{1,4}$/u;
const NUMBER = /^-?\d{1,9}(?:\.\d{1,9})?$/u;

type LineOf = (node: unknown) => SourceLine | undefined;

function failure(line: SourceLine | undefined, reason: ProblemReason): Problem {
	return problemAt(line?.number ?? 1, line?.text ?? "", reason);
}

/** As the author wrote it: `title: 007` is not 7. Null where it is no single value. */
function scalarText(node: unknown): string | null {
	if (isAlias(node)) return cleanLine(`*${node.source}`);
	if (!isScalar(node) || node.value === null) return null;
	const { value, source } = node;
	return cleanLine(typeof value === "string" ? value : String(source ?? value));
}

function readQuestions(
	node: unknown,
	lineOf: LineOf,
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

function readFields(map: YAMLMap, lineOf: LineOf): Omit<FrontMatter, "end"> {
	const problems: Problem[] = [];
	const titleNode: unknown = map.get("title", true);
	const title = scalarText(titleNode);
	if (isCollection(titleNode))
		problems.push(failure(lineOf(titleNode), "titleUnreadable"));

	const numberAt = (key: string, pattern: RegExp) => {
		const node: unknown = map.get(key, true);
		const text = scalarText(node);
		if (text && pattern.test(text)) return Number(text);
		if (text || isCollection(node))
			problems.push(failure(lineOf(node), "positionInvalid"));
		return null;
	};
	const orders = ORDER_KEYS.map((key) => numberAt(key, NUMBER));
	return {
		title,
		label: scalarText(map.get("sidebar_label", true)),
		position: numberAt("position", WHOLE),
		order: orders.find((order) => order !== null) ?? null,
		questions: map.has("questions")
			? readQuestions(map.get("questions", true), lineOf, problems)
			: null,
		problems,
	};
}

/** A Problem alone means that the file cannot be read. */
export function readFrontMatter(lines: SourceLine[]): FrontMatter | Problem {
	const fence = lines[0]?.text.trimEnd();
	if (fence !== "---" && fence !== "+++")
		return { ...readFields(new YAMLMap(), nowhere), end: 0 };
	const close = lines.findIndex(
		({ text }, index) => index > 0 && CLOSE[fence].test(text.trimEnd()),
	);
	if (close < 0) return failure(lines[0], "frontMatterUnclosed");
	const within = lines.slice(1, close);
	const read = fence === "---" ? fromYaml(within) : fromToml(within);
	if ("line" in read) {
		const line = read.line === 0 ? lines[0] : within[read.line - 1];
		return failure(line, "frontMatterInvalid");
	}
	return { ...readFields(read.map, read.lineOf), end: close + 1 };
}

const nowhere = () => undefined;

const sourceOf = (lines: SourceLine[]) =>
	lines.map(({ text }) => text).join("\n");

/** `line` of those within, 0 for the opening one, where they cannot be read. */
type Read = { map: YAMLMap; lineOf: LineOf } | { line: number };

function fromYaml(lines: SourceLine[], mended = 0): Read {
	const yaml = readYaml(sourceOf(lines));
	if (!yaml) return { line: 0 };
	const { contents, errors, lineAt } = yaml;
	if (errors[0] || (contents && !isMap(contents))) {
		const line = errors[0]?.linePos?.[0].line ?? (errors[0] ? 0 : 1);
		const quoted = mended < MENDED && withQuotes(lines, line - 1);
		return quoted ? fromYaml(quoted, mended + 1) : { line };
	}
	if (contents === null) return { map: new YAMLMap(), lineOf: nowhere };
	const lineOf: LineOf = (node) =>
		isNode(node) && node.range ? lines[lineAt(node.range[0]) - 1] : undefined;
	return { map: contents, lineOf };
}

const BARE =
	/^([\w-]{1,60})(?::\s{1,9}|[:：])([^"'\s].*|"[^"]*"\s*[^"\s].*|'[^']*'\s*[^'\s].*)$/u;
/** Each takes reading all of it again. */
const MENDED = 20;

/** `title: a: b`, as authors write it: its value is text. Null where the line is no such one. */
function withQuotes(lines: SourceLine[], at: number): SourceLine[] | null {
	const line = lines[at];
	const [, key, value = ""] = BARE.exec(line?.text ?? "") ?? [];
	if (!line || !key) return null;
	const text = `${key}: ${JSON.stringify(value.trimEnd())}`;
	return lines.with(at, { ...line, text });
}

function fromToml(lines: SourceLine[]): Read {
	const source = sourceOf(lines);
	if (!isModest(source)) return { line: 0 };
	try {
		const map = new Document(parseToml(source)).contents as unknown as YAMLMap;
		const lineOf: LineOf = (node) => {
			const key = map.items.find(({ value }) => value === node)?.key;
			return lines.find(({ text }) => text.split("=")[0]?.trim() === `${key}`);
		};
		return { map, lineOf };
	} catch (error) {
		return { line: error instanceof TomlError ? error.line : 0 };
	}
}
