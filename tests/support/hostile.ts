import type { AST } from "@eslint-community/regexpp";
import { parseRegExpLiteral } from "@eslint-community/regexpp";

/** Characters and pieces of texts, good and bad. */
const CHARACTERS = [
	...["a", "Z", "x", "7", "_", " ", "\n", "\t", "\u3000", "-", ".", ",", "/"],
	...["`", "$", "*", "#", ">", "<", "&", ";", ":", "|", "!", "?", '"', "'"],
	...["(", ")", "[", "]", "{", "}", "+", "=", "~", "\\", "@", "^", "%"],
	...[
		"难",
		"一",
		"第",
		"道",
		"１",
		"①",
		"。",
		"，",
		"？",
		"！",
		"：",
		"、",
		"“",
	],
	...["”", "「", "」", "（", "）", "【", "】", "…", "—", "👍", "é", "\u0301"],
	...["🏽", "\u200d", "\ufe0f", "か", "한", "\r"],
];
const PIECES = [
	...["难道", "$$", "```", "``", "http://", "https://a", "<a", "</a>", "<math"],
	...[
		"&amp",
		"&",
		"{name",
		"[a](",
		"![",
		"**",
		"1. ",
		"- ",
		"> ",
		"第一",
		"。”",
	],
	...[
		"\n\n",
		"\n \n",
		"a.",
		"a-",
		"a b",
		" \n",
		"1-1-",
		"day",
		"不是吗",
		"check ",
	],
];

/** Examples of what a part of a pattern matches. */
function examples(
	node: AST.Node,
	matching: (raw: string) => string[],
): string[] {
	switch (node.type) {
		case "Character":
			return [String.fromCodePoint(node.value)];
		case "CharacterClass":
		case "CharacterSet":
		case "ExpressionCharacterClass":
			return matching(node.raw).slice(0, 3);
		case "Quantifier":
			return examples(node.element, matching).map((one) =>
				one.repeat(Math.max(1, Math.min(node.min, 2_000))),
			);
		case "Group":
		case "CapturingGroup":
			return node.alternatives
				.flatMap((one) => examples(one, matching).slice(0, 1))
				.slice(0, 12);
		case "Assertion":
			return node.kind === "lookahead" || node.kind === "lookbehind"
				? node.alternatives.flatMap((one) => examples(one, matching))
				: [""];
		case "Backreference":
			return [node.resolved].flat().flatMap((one) => examples(one, matching));
		case "Alternative": {
			const parts = node.elements
				.filter(
					(one) => !("negate" in one && one.negate && one.type === "Assertion"),
				)
				.map((one) => examples(one, matching)[0] ?? "");
			return [parts.join("")];
		}
		default:
			return [];
	}
}

/** Pieces that a pattern looks for: each of its parts, and each beginning of a match. */
function piecesOf(regExp: RegExp): string[] {
	const pieces = new Set<string>();
	const flags = regExp.flags.replace(/[gy]/g, "");
	const known = new Map<string, string[]>();
	const matching = (raw: string) => {
		const found =
			known.get(raw) ??
			CHARACTERS.filter((one) => new RegExp(`^${raw}$`, flags).test(one));
		known.set(raw, found);
		return found;
	};
	const visit = (node: AST.Node) => {
		for (const one of examples(node, matching)) pieces.add(one);
		if (node.type === "Alternative")
			for (const [end] of node.elements.entries()) {
				const begun = { ...node, elements: node.elements.slice(0, end + 1) };
				for (const one of examples(begun, matching)) pieces.add(one);
			}
		const inside =
			"alternatives" in node
				? node.alternatives
				: "elements" in node
					? node.elements
					: node.type === "Quantifier"
						? [node.element]
						: [];
		for (const one of inside) visit(one as AST.Node);
	};
	visit(parseRegExpLiteral(regExp).pattern);
	pieces.delete("");
	return [...pieces];
}

/** A text of a given length. */
export type Text = (length: number) => string;

const filled = (piece: string, length: number) =>
	piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Texts that repeat one piece, alone and between others. */
const runsOf = (pieces: Iterable<string>): Text[] =>
	[...pieces].flatMap((piece) => [
		(length) => filled(piece, length),
		(length) => `x${filled(piece, length - 2)}\0`,
	]);

/** Hostile texts. */
export const HOSTILE = runsOf([...CHARACTERS, ...PIECES]);

/** Texts that repeat a pattern's pieces: each starts matches and ends none. */
export const begun = (regExp: RegExp): Text[] => runsOf(piecesOf(regExp));

/** The same, and one piece after another: texts on which a pattern backtracks, if it does on any. */
export function hostileTo(regExp: RegExp): Text[] {
	const own = piecesOf(regExp);
	const single = own.filter((piece) => [...piece].length === 1).slice(0, 6);
	const pairs = own.flatMap((piece) =>
		single.flatMap((one): Text[] => [
			(length) => piece + filled(one, length - piece.length),
			(length) => filled(piece, length / 2) + filled(one, length / 2),
			(length) => filled(piece + one, length),
		]),
	);
	return [...HOSTILE, ...runsOf(own), ...pairs];
}
