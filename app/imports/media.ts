import { replaceOutsideCode } from "#app/imports/code-spans.ts";
import { type Problem, problemAt } from "#app/imports/problems.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

const BEGUN = /<(video|audio|iframe|object)(?=[\s>])/iu;
const ENDED = /<\/(?:video|audio|iframe|object)>|<iframe[^<>]*\/>/iu;
const MEDIA =
	/<(?:video|audio|iframe|object)(?=[\s>])[^<>]{0,1000}>(?:[^<]|<(?!\/?(?:video|audio|iframe|object)\b)){0,2000}<\/(?:video|audio|iframe|object)>|<(?:iframe|embed)\s[^<>]{0,1000}\/?>/giu;
const ADDRESS =
	/\s(?:src|data)\s{0,9}=\s{0,9}(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})')/iu;
const TITLE = /\stitle\s{0,9}=\s{0,9}(?:"([^"<>]{1,200})"|'([^'<>]{1,200})')/iu;
const LINES = 20;

function attribute(pattern: RegExp, text: string): string {
	const [, double, single] = pattern.exec(text) ?? [];
	return double ?? single ?? "";
}

/** Of a video on the web its link stays, of one beside the file its title; either is named. */
export function withoutMedia(
	lines: SourceLine[],
	isCode: (line: SourceLine) => boolean,
): { lines: SourceLine[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const changed: SourceLine[] = [];
	for (let at = 0; at < lines.length; at++) {
		const [line] = lines.slice(at, at + 1);
		if (!line) break;
		if (!/<(?:video|audio|iframe|object|embed)\b/iu.test(line.text)) {
			changed.push(line);
			continue;
		}
		const code = lines.slice(at + 1, at + LINES).findIndex(isCode);
		const behind = lines.slice(at, at + (code < 0 ? LINES : code + 1));
		const last =
			BEGUN.test(line.text) && !isCode(line)
				? behind.findIndex(({ text }) => ENDED.test(text))
				: 0;
		const whole = behind.slice(0, Math.max(0, last) + 1);
		const source = whole.map(({ text }) => text).join("\n");
		const text = isCode(line)
			? source
			: replaceOutsideCode(source, MEDIA, (tag) => {
					problems.push(problemAt(line.number, line.text, "mediaLost"));
					const title = attribute(TITLE, tag);
					const address = attribute(ADDRESS, tag).replace(/^\/\//u, "https://");
					if (!/^https?:\/\//iu.test(address)) return title;
					return title ? `[${title}](<${address}>)` : `<${address}>`;
				});
		const shown = text.split("\n");
		for (const [i, { number }] of whole.entries())
			changed.push({ number, text: shown[i] ?? "" });
		at += whole.length - 1;
	}
	return { lines: changed, problems };
}
