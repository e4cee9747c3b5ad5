import type { MarkdownIt, StateInline, Token } from "markdown-it";

const SCRIPTS = ["Han", "Hiragana", "Katakana", "Hangul", "Bopomofo"];
const CJK = `${SCRIPTS.map((name) => `\\p{scx=${name}}`).join("")}\\uff01-\\uffef`;
const ENDS_IN_CJK = new RegExp(`[${CJK}]$`, "u");
const STARTS_WITH_CJK = new RegExp(`^[${CJK}]`, "u");
const URL_REST = new RegExp(`[^\\s<>${CJK}]*`, "uy");

/** For text without spaces: emphasis beside CJK, bare URLs that end at CJK, line ends between CJK without a gap. */
export function cjkRules(md: MarkdownIt): void {
	md.inline.State = withCjkEmphasis(md.inline.State);
	md.renderer.rules.softbreak = (tokens, index, options) => {
		if (options.breaks) return "<br>\n";
		return joinsCjk(nearest(tokens, index, -1), nearest(tokens, index, 1))
			? ""
			: "\n";
	};
	const http = { validate: lengthOfUrl };
	md.linkify.add("http:", http).add("https:", http);
}

/** Beside CJK, a run of `*` or `~` both opens and closes (the "CJK-friendly" amendments to CommonMark). */
function withCjkEmphasis(State: typeof StateInline): typeof StateInline {
	return class extends State {
		override scanDelims(start: number, canSplitWord: boolean) {
			const run = super.scanDelims(start, canSplitWord);
			const end = start + run.length;
			const before = this.src.slice(Math.max(0, start - 2), start);
			const after = this.src.slice(end, Math.min(end + 2, this.posMax));
			if (!canSplitWord || !/\S$/.test(before) || !/^\S/.test(after))
				return run;
			return ENDS_IN_CJK.test(before) || STARTS_WITH_CJK.test(after)
				? { ...run, can_open: true, can_close: true }
				: run;
		}
	};
}

function nearest(tokens: Token[], index: number, step: 1 | -1): string {
	let at = index + step;
	while (tokens[at] && (tokens[at]?.nesting !== 0 || !tokens[at]?.content))
		at += step;
	return tokens[at]?.content ?? "";
}

function joinsCjk(before: string, after: string): boolean {
	return ENDS_IN_CJK.test(before) && STARTS_WITH_CJK.test(after);
}

function lengthOfUrl(
	text: string,
	position: number,
	{ re }: MarkdownIt["linkify"],
): number {
	URL_REST.lastIndex = position;
	const rest = URL_REST.exec(text)?.[0] ?? "";
	const address = re.get_http_validator();
	address.lastIndex = 0;
	return address.exec(rest)?.[0].length ?? 0;
}
