import { isIn } from "#app/imports/mark-patterns.ts";
import { type Problem, problemAt } from "#app/imports/problems.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

const FENCE = /^\s*`{3,}/u;
const LINK =
	/\[[^[\]]{1,200}\]\((?:https?:|[^()\s]{1,300}\.(?:mdx?|markdown|txt|html?|pdf)[#)])|\[\[(?=[^[\]]*\p{L}{2})[^[\],]{1,200}\]\]/gu;

/** The lines of fenced code. */
export function fencedIn(lines: SourceLine[]): Set<SourceLine> {
	let isInside = false;
	return new Set(
		lines.filter(({ text }) => {
			const isFence = FENCE.test(text);
			if (isFence) isInside = !isInside;
			return isFence || isInside;
		}),
	);
}

/** Links as Markdown writes them: a document has none, so they stay as they were typed. */
export function linksAsTyped(
	lines: SourceLine[],
	isCode: (line: SourceLine) => boolean,
): Problem[] {
	return lines.flatMap((line) => {
		const { number, text } = line;
		const isFound = text.includes("[") && !isCode(line) && isIn(text, LINK);
		return isFound ? [problemAt(number, text, "markUnread")] : [];
	});
}
