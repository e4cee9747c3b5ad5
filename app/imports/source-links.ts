import { replaceOutsideCode } from "#app/imports/code-spans.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

/** Of a file: a link to another, or to a heading of its own; `[[name]]` may be other text. */
export type SourceLink = {
	line: number;
	text: string;
	href: string;
	isName?: boolean;
};

const INLINE =
	/(\]\(\s{0,9})(<[^<>]{0,1000}>|(?:\{[{%][^{}]{1,300}\}{1,2}){1,3}[^\s()<>{}]{0,300}|(?:[^\s()<>]|\([^\s()]{0,200}\)){1,1000}|(?:[^()<>"']|\([^()<>"']{0,100}\)){1,300}\.(?:md|markdown)(?:#[^()\s]{0,200})?)(?=\s{0,9}[)"'(])/giu;
const DEFINITION =
	/^( {0,3}\[[^[\]^][^[\]]{0,500}\]:\s{0,9})(<[^<>]{1,1000}>|\S{1,1000})/gu;
const HTML_LINK =
	/<a\s[^<>]{0,300}?href\s{0,9}=\s{0,9}(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})'|([^\s"'<>]{1,1000})(?=[\s>]))[^<>]{0,300}>((?:[^<]|<(?!\/?a\b)[^<>]{0,300}>){0,500})<\/a>/giu;
const TAG = /<(?!img)[^<>]{1,300}>/giu;
const WIKI =
	/!?\[\[([^[\]|#]{0,200})(#[^[\]|]{1,200})?(?:\|([^[\]]{1,200}))?\]\]/gu;
/** Beside the file are also `file:` and `C:\`. */
const OUTSIDE = /^(?:(?!file:|[a-z]:[\\/])[a-z][a-z0-9+.-]*:|\/\/)/iu;

const bare = (address: string) => address.replace(/^<(.*)>$/su, "$1").trim();

type IsCode = (line: SourceLine) => boolean;

type Rewrite = {
	/** The address for a link beside the file or within it; undefined leaves it. */
	to: (href: string, line: SourceLine) => string | undefined;
	named: (name: string, line: SourceLine) => string | undefined;
};

export function rewriteLinks(
	lines: SourceLine[],
	isCode: IsCode,
	{ to, named }: Rewrite,
): SourceLine[] {
	return lines.map((line) => {
		if (!/\]\(|\]:|<a\s|\[\[/iu.test(line.text) || isCode(line)) return line;
		const address = (_: string, before = "", given = "") => {
			const href = bare(given);
			const found = OUTSIDE.test(href) ? undefined : to(href, line);
			return found && before + found;
		};
		let text = replaceOutsideCode(line.text, INLINE, address);
		text = replaceOutsideCode(text, DEFINITION, address);
		text = replaceOutsideCode(
			text,
			HTML_LINK,
			(_, ...[double, single, bare, inner]) => {
				const href = double ?? single ?? bare ?? "";
				const label = inner?.replaceAll(TAG, "") ?? "";
				if (OUTSIDE.test(href))
					return /^https?:/iu.test(href) ? `[${label}](<${href}>)` : undefined;
				return `[${label}](<${to(href, line) ?? href}>)`;
			},
		);
		text = replaceOutsideCode(
			text,
			WIKI,
			(_, given = "", heading = "", label) => {
				// In a table the bar is escaped.
				const name = given.replace(/\\$/u, "").trim();
				const aim = heading.replace(/\\$/u, "");
				const href = name || aim ? named(name + aim, line) : undefined;
				return href && `[${label ?? (name || aim.slice(1))}](${href})`;
			},
		);
		return { ...line, text };
	});
}

export function linksIn(lines: SourceLine[], isCode: IsCode): SourceLink[] {
	const links: SourceLink[] = [];
	rewriteLinks(lines, isCode, {
		to: (href, { number, text }) => {
			links.push({ line: number, text, href });
			return undefined;
		},
		named: (href, { number, text }) => {
			links.push({ line: number, text, href, isName: true });
			return undefined;
		},
	});
	return links;
}

/** `<a href>` as the link that it is. */
export const withLinks = (lines: SourceLine[], isCode: IsCode): SourceLine[] =>
	rewriteLinks(lines, isCode, {
		to: () => undefined,
		named: () => undefined,
	});
