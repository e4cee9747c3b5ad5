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

/** `1、` `（2）` `3.三` `④` `五、` `•` begin a line of their own, which CommonMark knows no list for. */
const ITEM =
	/^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:、(?!\s?(?:\d|[一二三四五六七八九十]{1,3}[、.．章节课讲]))|[.．)）](?!\d))|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳•●○■◆▪※]|-(?=\p{Script=Han}))\s*\S/u;
/** `__init__`, a name in a program. */
const NAME = /__[a-z][a-z0-9_]*__(?![A-Za-z0-9_])/y;

/** For text without spaces: emphasis beside CJK, bare URLs, line ends between CJK without a gap. */
export function cjkRules(md: MarkdownIt): void {
	md.inline.State = withCjkEmphasis(md.inline.State);
	md.inline.ruler.before("emphasis", "program_name", nameRule);
	md.renderer.rules.softbreak = (tokens, index, options) => {
		const after = nearest(tokens, index, 1);
		if (options.breaks || ITEM.test(after)) return "<br>\n";
		return joinsCjk(nearest(tokens, index, -1), after) ? "" : "\n";
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

function nameRule(state: StateInline, silent: boolean): boolean {
	const { src, pos } = state;
	if (/[A-Za-z0-9_]/.test(src.charAt(pos - 1))) return false;
	NAME.lastIndex = pos;
	const [name] = NAME.exec(src) ?? [];
	if (!name) return false;
	if (!silent) state.pending += name;
	state.pos += name.length;
	return true;
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
