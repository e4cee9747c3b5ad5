import { type Problem, problemAt } from "#app/imports/problems.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

const IMAGE =
	/(?<!\\)!\[([^[\]]{0,500})\]\(\s{0,9}(<[^<>]{0,1000}>|(?:[^\s()]|\([^\s()]{0,200}\)){1,1000})(?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,9}\)/gu;
const REMOTE = /^<?(?:https?:)?\/\/|^<?data:/iu;

function codeSpans(text: string): { start: number; end: number }[] {
	const runs = Array.from(text.matchAll(/`+/gu), ({ index, 0: run }) => ({
		start: index,
		length: run.length,
	}));
	const closing = new Map<number, number>();
	const next = runs
		.toReversed()
		.map((run, index) => {
			const partner = closing.get(run.length);
			closing.set(run.length, runs.length - 1 - index);
			return partner;
		})
		.toReversed();
	const spans: { start: number; end: number }[] = [];
	for (let index = 0; index < runs.length; index++) {
		const partner = next[index];
		const [open, close] = [runs[index], runs[partner ?? -1]];
		if (partner === undefined || !open || !close) continue;
		spans.push({ start: open.start, end: close.start + close.length });
		index = partner;
	}
	return spans;
}

/** Replaces `![alt](img.png)` beside the file by its text, and names its line. */
export function withoutLocalImages(
	lines: SourceLine[],
	isCode: (line: SourceLine) => boolean,
): { lines: SourceLine[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const kept = lines.map((line) => {
		if (!line.text.includes("![") || isCode(line)) return line;
		const spans = codeSpans(line.text);
		let next = 0;
		const text = line.text.replaceAll(
			IMAGE,
			(image: string, alt: string, address: string, at: number) => {
				while ((spans[next]?.end ?? at + 1) <= at) next++;
				const quoted = (spans[next]?.start ?? at) < at;
				if (quoted || REMOTE.test(address)) return image;
				problems.push(problemAt(line.number, line.text, "imageLocal"));
				return alt;
			},
		);
		return { ...line, text };
	});
	return { lines: kept, problems };
}
