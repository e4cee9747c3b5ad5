import { replaceOutsideCode } from "#app/imports/code-spans.ts";
import {
	type Problem,
	type ProblemReason,
	problemAt,
} from "#app/imports/problems.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

const SITE =
	/\{\{<[^{}]{1,300}>\}\}|\{\{%[^{}]{1,300}%\}\}|\{%[^{}]{1,300}%\}|\{\{#\w[^{}]{1,300}\}\}|\{\{-?\s?\$?[a-z]{1,30}\.[^{}]{1,100}\}\}/giu;
const INCLUDED =
	/^\s{0,8}(?:!INCLUDE\s|-{1,2}8<-{1,3}|<<<\s?[@./{]|\.\.\s[a-z]{3,20}::)|@\[(?:code|youtube|vimeo|bilibili|video|gist)\b[^[\]]{0,60}\]|<!--\s?[@#]?include\b|["']:include\b|\{!\s?[\w./-]{1,200}\s?!\}/giu;
const EMBEDDED =
	/<(?:video|audio|iframe|object|embed|svg)(?=[\s>])[^<>]{0,2000}>/giu;
const TEX_LIST =
	/^[\s>]{0,20}\\begin\{(?:itemize|enumerate|description|figure|table|tabular|theorem|lemma|proof|definition|example|quote|center|verbatim|lstlisting|algorithm|eqnarray|multline)\*?\}/gu;
/** `:ref:` and `{ref}` before code; `:smile:`. */
const ROLE =
	/(?:^|[\s\p{Script=Han}\p{P}]):[a-z_]{2,20}:`|\{[a-z]{2,20}\}`|(?<![\w:/]):(?:[a-z][a-z\d_-]{1,40}|[+-]1):(?![\w:/])/giu;
/** Pandoc's notes within a line, and what it raises or lowers. */
const PANDOC =
	/\^\[[^^[\]][^[\]]{0,300}\]|(?<!\^)\^[\p{L}\p{N}+-]{1,12}\^(?!\^)|(?<=[A-Za-z)])~[\p{L}\p{N}+-]{1,12}~(?!~)/gu;
/** Keys, changes, remarks, attributes. */
const CRITIC =
	/(?<![\w+])\+\+[\p{L}\p{N}+-]{1,30}\+\+(?![\w+])|(?<!\^)\^\^[^\s^]{1,60}\^\^|\{(?:\+\+[^{}+]{1,300}\+\+|--[^{}-]{1,300}--|~~[^{}]{1,300}~~|==[^{}=]{1,300}==|>>[^{}]{1,300}<<)\}|\{:?\s?\.[a-z][\w-]{0,60}(?:\s[^{}]{0,200})?\}/giu;
/** Of Obsidian: remarks that it hides, and names of paragraphs. */
const OBSIDIAN = /(?<!%)%%(?!%)|(?<=^|\s)\^[a-z\d][a-z\d-]{3,40}$/giu;
/** What a term means, below it; what an abbreviation stands for; docsify's hints. */
const TERM = /^:\s{1,3}\S|^\*\[[^[\]]{1,60}\]:\s|^[?!]>\s/gu;

/** Pandoc's sources, attributes alone on a line, marks of Org and Logseq. */
const ALONE =
	/\[-?@[a-z][\w:.-]{1,60}(?:[\s,;][^[\]]{0,100})?\]|^\s{0,8}\{:?\s?[#.a-z][^{}]{0,200}\}\s{0,8}$|^\s{0,8}#\+[A-Z_]{3,20}\b|\(\([\w-]{3,60}\)\)|\{\{(?:embed|query)\s/giu;

const MARKS: [ProblemReason, RegExp[]][] = [
	["siteMarkUnread", [SITE, INCLUDED]],
	["embedUnread", [EMBEDDED]],
	["markUnread", [TEX_LIST, ROLE, PANDOC, CRITIC, OBSIDIAN, TERM, ALONE]],
];

export function isIn(text: string, pattern: RegExp): boolean {
	let isFound = false;
	replaceOutsideCode(text, pattern, () => {
		isFound = true;
		return undefined;
	});
	return isFound;
}

const ADDRESS = /\]\((?![^()]{0,300}:include)[^()]{0,500}\)/gu;

export function marksIn(lines: SourceLine[]): Problem[] {
	return lines.flatMap(({ number, text }) => {
		if (!/[<[{(#:!?\\^~%+*@.-]/u.test(text)) return [];
		const shown = text.replaceAll(ADDRESS, "]");
		return MARKS.filter(([, patterns]) =>
			patterns.some((pattern) => isIn(shown, pattern)),
		).map(([reason]) => problemAt(number, text, reason));
	});
}
