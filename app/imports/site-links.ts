import { replaceOutsideCode } from "#app/imports/code-spans.ts";
import { type Problem, problemAt } from "#app/imports/problems.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

const REF =
	/^\{\{[<%]\s{0,9}(?:rel)?ref\s{1,9}(?:"([^"<>{}]{1,500})"|([^"\s<>{}]{1,500}))\s{0,9}[>%]\}\}/u;
const ROOT = /^\{\{-?\s{0,9}site\.(?:baseurl|url)\s{0,9}-?\}\}/u;
const LINK = /^\{%-?\s{0,9}link\s{1,9}([^{}]{1,500}?)\s{0,9}-?%\}/u;
const POST = /^\{%-?\s{0,9}post_url\s{1,9}([^\s{}]{1,500})\s{0,9}-?%\}/u;
const FILTERED =
	/^\{\{-?\s{0,9}["']([^"'{}]{1,500})["']\s{0,9}\|\s{0,9}(?:relative|absolute)_url\s{0,9}-?\}\}/u;

/** Where a link may lead, as docsify, Zola, Hugo and Jekyll write it too; first what is nearest. */
export function hrefsOf(href: string): string[] {
	const plain = href
		.replace(/\?id=([^&#]{1,200})$/u, "#$1")
		.replace(/^@\//u, "/");
	if (!plain.startsWith("{")) return [plain];
	const [ref, quoted, bare] = REF.exec(plain) ?? [];
	if (ref) {
		const path = quoted ?? bare ?? "";
		const whole = path + plain.slice(ref.length);
		return path.startsWith("/") ? [whole] : [whole, `/${whole}`];
	}
	const rooted = plain
		.replace(ROOT, "")
		.replace(LINK, "/$1")
		.replace(POST, "/_posts/$1")
		.replace(FILTERED, "$1");
	return rooted.startsWith("/")
		? [rooted, rooted.replace(/^\/(?=\w)/u, "/_")]
		: [];
}

const MARK =
	/\{\{<[^{}]{1,300}>\}\}|\{\{%[^{}]{1,300}%\}\}|\{%[^{}]{1,300}%\}|\{\{#\w[^{}]{1,300}\}\}/gu;

const EMBEDDED =
	/<(?:video|audio|iframe|object|embed|svg)(?=[\s>])[^<>]{0,2000}>/giu;

/** What only a site's generator or a browser's frame understands; an address in a link is read elsewhere. */
export function marksUnread(
	lines: SourceLine[],
	isCode: (line: SourceLine) => boolean,
): Problem[] {
	return lines.flatMap((line) => {
		const { number, text } = line;
		if (!/\{[{%]|<[vaioes]/iu.test(text) || isCode(line)) return [];
		let [isFound, isEmbedded] = [false, false];
		replaceOutsideCode(text, EMBEDDED, () => {
			isEmbedded = true;
			return undefined;
		});
		let last = 0;
		replaceOutsideCode(text, MARK, (mark) => {
			const at = text.indexOf(mark, last);
			last = at + mark.length;
			const open = text.lastIndexOf("](", at);
			isFound ||= open < 0 || text.slice(open, at).includes(")");
			return undefined;
		});
		return [
			...(isFound ? [problemAt(number, text, "siteMarkUnread")] : []),
			...(isEmbedded ? [problemAt(number, text, "embedUnread")] : []),
		];
	});
}
