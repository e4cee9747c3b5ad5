import Markdown, {
	type MarkdownIt,
	type StateCore,
	type Token,
} from "markdown-it";
import { boxRules } from "#app/markdown/boxes.ts";
import { cjkRules } from "#app/markdown/cjk.ts";
import { footnoteRules } from "#app/markdown/footnotes.ts";
import { renderCode } from "#app/markdown/highlight.ts";
import { htmlRules } from "#app/markdown/html.ts";
import { destination } from "#app/markdown/links.ts";
import { mathRules } from "#app/markdown/math.ts";
import { referenceRules } from "#app/markdown/references.ts";
import { toolBoxRules } from "#app/markdown/tool-boxes.ts";

/** `short`: a few words, in which only formulas are read. */
export type Flavour = "reply" | "lesson" | "short";

export function createParser(flavour: Flavour): MarkdownIt {
	if (flavour === "short") return createShortParser();
	const md = new Markdown({
		html: false,
		linkify: true,
		breaks: flavour === "reply",
	});
	md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
	md.linkify.add("ftp:", null).add("//", null);
	md.validateLink = (href) => destination(href) !== null;
	md.use(cjkRules).use(mathRules).use(htmlRules).use(referenceRules);
	md.use(footnoteRules).use(boxRules).use(toolBoxRules);
	md.core.ruler.push("headings", (state) => setHeadings(state, flavour));
	md.core.ruler.push("numbers", keepNumbers);
	md.core.ruler.push("images", replaceImages);
	md.core.ruler.push("alignment", alignCells);

	const { rules } = md.renderer;
	rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
	rules.table_close = () => "</table></div>\n";
	rules.code_block = (tokens, index) =>
		renderCode(tokens[index]?.content ?? "", "");
	rules.fence = (tokens, index) =>
		renderCode(tokens[index]?.content ?? "", tokens[index]?.info ?? "");
	return md;
}

function createShortParser(): MarkdownIt {
	const md = new Markdown("zero", { html: false, breaks: true });
	md.inline.ruler.enable("newline");
	return md.use(mathRules);
}

/** The page uses h1 (and h2 around replies), so headings of texts come below. */
function setHeadings({ tokens }: StateCore, flavour: Flavour): void {
	for (const token of tokens) {
		if (!token.type.startsWith("heading_")) continue;
		const level = Number(token.tag.slice(1));
		token.tag =
			flavour === "reply"
				? `h${Math.min(level + 2, 6)}`
				: `h${Math.min(Math.max(level, 2), 4)}`;
	}
}

/** As written, except where a list says the same number again and again to be counted. */
function keepNumbers({ tokens }: StateCore): void {
	const lists: Token[][] = [];
	for (const token of tokens) {
		if (/_list_open$/.test(token.type)) lists.push([]);
		else if (token.type === "list_item_open") lists.at(-1)?.push(token);
		else if (/_list_close$/.test(token.type)) setValues(lists.pop() ?? []);
	}
}

function setValues(items: Token[]): void {
	const numbers = items.map(({ info }) => Number(info));
	if (numbers.every((number) => number === numbers[0])) return;
	for (const [at, item] of items.entries())
		if (at > 0 && numbers[at] !== (numbers[at - 1] ?? 0) + 1)
			item.attrSet("value", item.info);
}

/** No picture is loaded from elsewhere: its text stands for it, linked where possible. */
function replaceImages({ tokens, Token }: StateCore): void {
	for (const block of tokens) {
		if (!block.children?.some(({ type }) => type === "image")) continue;
		let isLinked = false;
		block.children = block.children.flatMap((token) => {
			if (token.type === "link_open") isLinked = true;
			if (token.type === "link_close") isLinked = false;
			if (token.type !== "image") return [token];
			const href = String(token.attrGet("src") ?? "");
			const text = new Token("text", "", 0);
			text.content = textOf(token) || href;
			if (isLinked || destination(href) !== "outside") return [text];
			const open = new Token("link_open", "a", 1);
			open.attrSet("href", href);
			return [open, text, new Token("link_close", "a", -1)];
		});
	}
}

function textOf({ children }: Token): string {
	return children?.map(({ content }) => content).join("") ?? "";
}

/** A class, since the security policy forbids `style`. */
function alignCells({ tokens }: StateCore): void {
	for (const token of tokens) {
		const style = /^t[hd]_open$/.test(token.type) && token.attrGet("style");
		if (style)
			token.attrs = [["class", String(style).replace("text-align:", "align-")]];
	}
}
