import type { StateCore, Token } from "markdown-it";

type Footnote = {
	label: string;
	open: Token;
	tokens: Token[];
	number: number;
	references: number;
};

type Make = (
	type: string,
	nesting: -1 | 0 | 1,
	values: Partial<Token>,
) => Token;

/** Numbered as they are referred to; one that is not keeps its place, as text. */
export function moveToEnd(state: StateCore): void {
	const { text, footnotes } = takeOut(state.tokens);
	if (footnotes.length === 0) return;
	const make: Make = (type, nesting, values) =>
		Object.assign(new state.Token(type, values.tag ?? "", nesting), values);
	const byLabel = new Map<string, Footnote>();
	for (const footnote of footnotes)
		if (!byLabel.has(footnote.label)) byLabel.set(footnote.label, footnote);
	const numbered: Footnote[] = [];
	for (const tokens of [text, ...footnotes.map(({ tokens }) => tokens)])
		for (const token of referencesIn(tokens)) {
			const footnote = byLabel.get(labelOf(token));
			if (!footnote) continue;
			footnote.number ||= numbered.push(footnote);
			token.meta = { number: footnote.number, time: ++footnote.references };
		}

	const byPlace = new Map(footnotes.map((one) => [one.open, one]));
	const put = (tokens: Token[]): Token[] =>
		tokens.flatMap((token) => {
			const footnote = byPlace.get(token);
			if (!footnote) return [token];
			if (footnote.number > 0) return [];
			const mark = make("text", 0, { content: String(token.meta?.mark) });
			return put(begun(footnote.tokens, token.level, [mark], make));
		});
	state.tokens = put(text);
	if (numbered.length === 0) return;
	const list = numbered.flatMap(({ number, tokens }) => {
		const attrs: Token["attrs"] = [["id", `fn-${number}`]];
		const item = { tag: "div", block: true, level: 1 };
		return [
			make("footnote_item_open", 1, { ...item, attrs }),
			...begun(put(tokens), 2, backLink(number, make), make),
			make("footnote_item_close", -1, item),
		];
	});
	const maps = numbered.flatMap(({ open }) => (open.map ? [open.map] : []));
	state.tokens.push(
		make("footnotes_open", 1, {
			...{ tag: "div", block: true, attrs: [["class", "footnotes"]] },
			meta: { maps },
		}),
		...list,
		make("footnotes_close", -1, { tag: "div", block: true }),
	);
}

const labelOf = ({ meta }: Token) => String(meta?.label);

function takeOut(tokens: Token[]) {
	const footnotes: Footnote[] = [];
	const text: Token[] = [];
	const into = [text];
	for (const token of tokens) {
		if (token.type === "footnote_close") {
			into.pop();
			continue;
		}
		into.at(-1)?.push(token);
		if (token.type !== "footnote_open") continue;
		const footnote = {
			...{ label: labelOf(token), open: token, tokens: [] },
			...{ number: 0, references: 0 },
		};
		footnotes.push(footnote);
		into.push(footnote.tokens);
	}
	return { text, footnotes };
}

const referencesIn = (tokens: Token[]) =>
	tokens.flatMap(({ children }) =>
		(children ?? []).filter(({ type }) => type === "footnote_reference"),
	);

function backLink(number: number, make: Make): Token[] {
	return [
		make("link_open", 1, { tag: "a", attrs: [["href", `#fnref-${number}`]] }),
		make("text", 0, { content: `[${number}]` }),
		make("link_close", -1, { tag: "a" }),
	];
}

/** At this level, with `start` before the first words. */
function begun(
	tokens: Token[],
	level: number,
	start: Token[],
	make: Make,
): Token[] {
	const by = level - (tokens[0]?.level ?? level);
	for (const token of tokens) token.level += by;
	const [first, inline] = tokens;
	if (first?.type === "paragraph_open" && inline) {
		const blank = make("text", 0, { content: " " });
		inline.children = [...start, blank, ...(inline.children ?? [])];
		return tokens;
	}
	const at = { tag: "p", block: true, level };
	return [
		make("paragraph_open", 1, at),
		make("inline", 0, { level: level + 1, children: start }),
		make("paragraph_close", -1, at),
		...tokens,
	];
}
