import type { MarkdownIt, StateInline, Token } from "markdown-it";

const SCRIPTS = ["Han", "Hiragana", "Katakana", "Hangul", "Bopomofo"];
const CJK = `${SCRIPTS.map((name) => `\\p{scx=${name}}`).join("")}\\uff01-\\uffef`;
const ENDS_IN_CJK = new RegExp(`[${CJK}]$`, "u");
const STARTS_WITH_CJK = new RegExp(`^[${CJK}]`, "u");
/** Quotation marks, dashes and dots of both scripts, which Chinese text sets without a space. */
const SHARED = "\\u2014\\u2018-\\u201d\\u2026";
const BEFORE_EMPHASIS = new RegExp(`[${CJK}${SHARED}]$`, "u");
const AFTER_EMPHASIS = new RegExp(`^[${CJK}${SHARED}]`, "u");
/** A word of CJK belongs to an address where it begins a part of it; after a letter, the sentence goes on. */
const URL_REST = new RegExp(
	`(?:[^\\s<>${CJK}]|(?<=[/=?&#_+.(-])(?:(?=[${CJK}])\\p{L})+)*`,
	"uy",
);

/** For text without spaces: emphasis beside CJK, bare URLs, line ends between CJK without a gap. */
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

/**
 * Beside CJK, a run of `*` or `~` both opens and closes (the "CJK-friendly" amendments to CommonMark), and `__` holds CJK
 * without blanks around. `5*3*2` and `a*b*c` are products, `2**3` a power.
 */
function withCjkEmphasis(State: typeof StateInline): typeof StateInline {
	return class extends State {
		override scanDelims(start: number, canSplitWord: boolean) {
			const run = super.scanDelims(start, canSplitWord);
			const end = start + run.length;
			const before = this.src.slice(Math.max(0, start - 2), start);
			const after = this.src.slice(end, Math.min(end + 2, this.posMax));
			const marker = this.src[start];
			if (marker === "_" && run.length === 2)
				return {
					...run,
					can_open: run.can_open || STARTS_WITH_CJK.test(after),
					can_close: run.can_close || ENDS_IN_CJK.test(before),
				};
			if (!canSplitWord || !/\S$/.test(before) || !/^\S/.test(after))
				return run;
			if (
				marker === "*" &&
				/[A-Za-z0-9]$/.test(before) &&
				/^[A-Za-z0-9]/.test(after)
			)
				return { ...run, can_open: false };
			return BEFORE_EMPHASIS.test(before) || AFTER_EMPHASIS.test(after)
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
