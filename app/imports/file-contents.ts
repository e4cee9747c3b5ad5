import type { SourceLine } from "#app/imports/source-lines.ts";

const OPEN = /^(`{3,})\s?(?:toc|\{toctree\})\s*$/u;
const OPTION = /^\s*(?::[\w-]{1,40}:|---)/u;
const NAMED = /<([^<>]{1,300})>\s*$/u;

/** Takes out a table of contents as d2lbook and Sphinx have it, and names its files. */
export function withoutContents(lines: SourceLine[]): {
	rest: SourceLine[];
	contents: string[];
} {
	const contents: string[] = [];
	let fence = "";
	const rest = lines.map((line) => {
		const text = line.text.trim();
		if (fence === "") {
			fence = OPEN.exec(text)?.[1] ?? "";
			return fence === "" ? line : { ...line, text: "" };
		}
		if (text.startsWith(fence)) fence = "";
		else if (text !== "" && !OPTION.test(text))
			contents.push(NAMED.exec(text)?.[1] ?? text);
		return { ...line, text: "" };
	});
	return fence === "" ? { rest, contents } : { rest: lines, contents: [] };
}
