import { hasEnumerator } from "#app/imports/lead-in.ts";
import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";
import { isWebLeftover } from "#app/imports/web-leftovers.ts";

const HEADING_LIMIT = 40;
const CLOSING_MARK = /[。．.！!？?：:；;，,、…]["'”’」』]*$/u;
const OTHER_BLOCK =
	/^(?:[-*+•·]\s|[<>|]|\[\d{1,3}\]|\[[^[\]]{1,40}\]\s?[:：]|`{3}|!\[|\$|https?:\/\/\S*$|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$)/u;
/** No heading, where nothing of it is Chinese; a sum is none in any language. */
const SIGNS =
	/[{}[\];<>|\\@"`#]|\w\(|\s[=+*]\s|\w=\w|^[-+*./_~^]|\/$|::|^(?:return|end|else|fi|done|pass)\b/u;
const SUM = /[\w)]\s?=\s?[\w(]|[├└│]/u;

export function looksLikeHeading(text: string): boolean {
	return (
		!isLong(text) &&
		!text.includes("\t") &&
		/\p{L}/u.test(text) &&
		!CLOSING_MARK.test(text) &&
		!OTHER_BLOCK.test(text) &&
		!SUM.test(text) &&
		(/\p{Script=Han}/u.test(text) || !SIGNS.test(text)) &&
		!isWebLeftover(text)
	);
}

function isLong(text: string): boolean {
	return (
		Array.from(text.slice(0, 2 * HEADING_LIMIT + 1)).length > HEADING_LIMIT
	);
}

/** A single numbered line above its prose is a heading, not a list item. */
export function numberedItems(lines: SourceLine[]): Set<number> {
	const filled = lines
		.filter((line) => !isBlank(line))
		.map(({ number, text }) => ({
			number,
			counts: hasEnumerator(text.trim()),
		}));
	return new Set(
		filled
			.filter(
				({ counts }, index) =>
					counts && (filled[index - 1]?.counts || filled[index + 1]?.counts),
			)
			.map(({ number }) => number),
	);
}
