import { replaceOutsideCode } from "#app/imports/code-spans.ts";
import type { ParsedComment } from "#app/imports/parsed-lesson.ts";
import { type Problem, problemAt } from "#app/imports/problems.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";
import { withWholeLinks } from "#app/imports/whole-links.ts";

/** `![alt](src)`, also with blanks in the name, and attributes of Pandoc or kramdown behind it. */
const INLINE =
	/(?<!\\)!\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,500})\]\(\s{0,9}(<[^<>]{0,1000}>|data:[^\s()<>]*|(?:[^\s()<>]|\([^\s()]{0,200}\)){1,1000}|(?:[^()<>"']|\([^()<>"']{0,100}\)){1,300}\.[a-z]{3,4})(?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'|=[\dx%]{1,20}))?\s{0,9}\)(?:\{:?\s?[#.a-z][^{}]{0,200}\})?/giu;
const REFERENCE =
	/(?<!\\)!\[([^[\]]{1,500})\](?:\[([^[\]]{0,500})\])?(?![[(:])/gu;
const DEFINITION = /^ {0,3}\[([^[\]]{1,500})\]:\s{0,9}(<[^<>]{1,1000}>|\S.*)$/u;
const TAG = /<img(?=[\s/>])(?:(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<>]*>)/giu;
/** Around a picture, and without it nothing; places that other tools link to. */
const FRAME =
	/<a\s{1,9}(?:name|id)\s{0,9}=\s{0,9}["'][^"'<>]{0,200}["']\s{0,9}(?:\/>|>\s{0,9}<\/a>)|<\/?(?:picture|figure|figcaption)(?:\s[^<>]{0,300})?>|<source\s[^<>]{0,300}srcset[^<>]{0,2000}>/giu;
const FIGURE =
	/\{\{[<%]\s{0,9}(?:figure|image|img)\s[^{}<>]{1,1000}[>%]\}\}/giu;
const CAPTION =
	/\s(?:alt|caption|title)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/iu;
const EMBED =
	/!\[\[([^[\]|#]{1,300}\.(?:png|jpe?g|gif|svg|webp|bmp|avif))(?:#[^[\]|\\]{0,100})?(?:\\?\|([^[\]]{0,200}))?\]\]/giu;
const ALT = /\salt\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;
const SRC = /\ssrc\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;
const SIZE = /^\d{1,5}(?:x\d{1,5})?$/u;

/** What copying from a page leaves of one. */
const PLACEHOLDER =
	/^\s{0,8}[[【(（<](?:图片?|动图|视频|音频|附件|image|picture|photo|video|audio)\s?\d{0,3}(?:\s?[:：][^\]】]{0,60})?[\]】)）>]\s{0,8}$/iu;

const isRemote = (address: string) => /^<?https?:\/\//iu.test(address.trim());

function attribute(pattern: RegExp, tag: string): string {
	const [, double, single, bare] = pattern.exec(tag) ?? [];
	return double ?? single ?? bare ?? "";
}

const keyOf = (label: string) =>
	label.trim().replace(/\s+/gu, " ").toLowerCase();

function definitionsIn(lines: SourceLine[]): Map<string, string> {
	const found = new Map<string, string>();
	for (const { text } of lines) {
		const [, label = "", address = ""] = DEFINITION.exec(text) ?? [];
		if (label && !found.has(keyOf(label))) found.set(keyOf(label), address);
	}
	return found;
}

/** Puts its text in the place of each picture that does not come in, and names its line. */
export function withoutLocalImages(
	lines: SourceLine[],
	isCode: (line: SourceLine) => boolean,
): { lines: SourceLine[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const defined = definitionsIn(lines.filter((line) => !isCode(line)));
	const unused = new Set<string>();
	const changed = withWholeLinks(lines, isCode).map((line) => {
		if (PLACEHOLDER.test(line.text) && !isCode(line)) {
			problems.push(problemAt(line.number, line.text, "imageLocal"));
			return line;
		}
		if (
			!/!\[|<img|\{\{|<\/?(?:pic|fig|source|a\s)/iu.test(line.text) ||
			isCode(line)
		)
			return line;
		if (DEFINITION.test(line.text)) return line;
		const lost = (address: string, alt: string) => {
			if (isRemote(address)) return undefined;
			problems.push(problemAt(line.number, line.text, "imageLocal"));
			return alt;
		};
		let text = replaceOutsideCode(
			line.text,
			EMBED,
			(_, name = "", label = "") =>
				lost("", label && !SIZE.test(label) ? label : withoutEnding(name)),
		);
		text = replaceOutsideCode(text, INLINE, (_, alt = "", address = "") =>
			lost(address, alt),
		);
		text = replaceOutsideCode(text, TAG, (tag) =>
			lost(attribute(SRC, tag), attribute(ALT, tag)),
		);
		text = replaceOutsideCode(text, FRAME, () => "");
		text = replaceOutsideCode(text, FIGURE, (tag) =>
			lost(attribute(SRC, tag), attribute(CAPTION, tag)),
		);
		text = replaceOutsideCode(text, REFERENCE, (_, alt = "", label) => {
			const key = keyOf(label || alt);
			const address = defined.get(key);
			if (address === undefined || isRemote(address)) return undefined;
			unused.add(key);
			return lost(address, alt);
		});
		return { ...line, text };
	});
	const kept = changed.map((line) => {
		const [, label] = DEFINITION.exec(line.text) ?? [];
		return label && unused.has(keyOf(label)) && !isCode(line)
			? { ...line, text: "" }
			: line;
	});
	return { lines: kept, problems };
}

/** The same of learners' comments. */
export function withoutPictures(all: ParsedComment[]): {
	comments: ParsedComment[];
	problems: Problem[];
} {
	const problems: Problem[] = [];
	const comments = all.map((comment) => {
		const { line: number } = comment;
		const said = withoutLocalImages(
			comment.text.split("\n").map((text) => ({ number, text })),
			() => false,
		);
		problems.push(...said.problems);
		return { ...comment, text: said.lines.map(({ text }) => text).join("\n") };
	});
	return { comments, problems };
}

const withoutEnding = (name: string) =>
	name.replace(/^.*[\\/]/u, "").replace(/\.\w{3,4}$/u, "");
