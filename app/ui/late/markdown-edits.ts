/** Replaces `from`–`to` by `text`, and then selects. In UTF-16 units, as in the browser. */
export type Edit = {
	from: number;
	to: number;
	text: string;
	select: [from: number, to: number];
};

type Selected = { text: string; from: number; to: number };

function wrapped({ text, from, to }: Selected, mark: string): Edit {
	const words = text.slice(from, to);
	const size = mark.length;
	const [start, end] = [from - size, to + size];
	if (text.slice(start, from) === mark && text.slice(to, end) === mark)
		return { from: start, to: end, text: words, select: [start, to - size] };
	return {
		...{ from, to },
		text: mark + words + mark,
		select: [from + size, to + size],
	};
}

function fenced({ text, from, to }: Selected, fence: string): Edit {
	const words = text.slice(from, to);
	const before = from > 0 && text[from - 1] !== "\n" ? "\n" : "";
	const after = to < text.length && text[to] !== "\n" ? "\n" : "";
	const opening = `${before}${fence}\n`;
	const start = from + opening.length;
	return {
		...{ from, to },
		text: `${opening}${words}\n${fence}${after}`,
		select: [start, start + words.length],
	};
}

function prefixed({ text, from, to }: Selected, mark: string): Edit {
	const start = text.lastIndexOf("\n", from - 1) + 1;
	const next = text.indexOf("\n", to);
	const end = next < 0 ? text.length : next;
	const lines = text.slice(start, end).split("\n");
	const isMarked = lines.every((line) => line.startsWith(mark));
	const result = lines
		.map((line) => (isMarked ? line.slice(mark.length) : mark + line))
		.join("\n");
	const last = start + result.length;
	return {
		...{ from: start, to: end },
		text: result,
		select: lines.length > 1 ? [start, last] : [last, last],
	};
}

function linked({ text, from, to }: Selected): Edit {
	const words = text.slice(from, to);
	if (/^https?:\/\/\S+$/.test(words))
		return {
			...{ from, to },
			text: `[](${words})`,
			select: [from + 1, from + 1],
		};
	const address = "https://";
	const start = from + words.length + 3;
	return {
		...{ from, to },
		text: `[${words}](${address})`,
		select: words ? [start, start + address.length] : [from + 1, from + 1],
	};
}

const isLong = ({ text, from, to }: Selected) =>
	text.slice(from, to).includes("\n");

export const EDITS = {
	bold: (selected: Selected) => wrapped(selected, "**"),
	quote: (selected: Selected) => prefixed(selected, "> "),
	list: (selected: Selected) => prefixed(selected, "- "),
	code: (selected: Selected) =>
		isLong(selected) ? fenced(selected, "```") : wrapped(selected, "`"),
	formula: (selected: Selected) =>
		isLong(selected) ? fenced(selected, "$$") : wrapped(selected, "$"),
	link: linked,
} as const;

export type Tool = keyof typeof EDITS;
