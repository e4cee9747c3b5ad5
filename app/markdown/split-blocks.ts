import type { Token } from "markdown-it";

const KINDS = {
	blockquote_open: "quote",
	box_open: "quote",
	bullet_list_open: "list",
	code_block: "code",
	details_open: "quote",
	fence: "code",
	footnotes_open: "list",
	heading_open: "heading",
	hr: "rule",
	math_block: "formula",
	ordered_list_open: "list",
	paragraph_open: "paragraph",
	table_open: "table",
} as const;

type BlockKind = (typeof KINDS)[keyof typeof KINDS];

export type SourceBlock = {
	kind: BlockKind;
	level: number | null;
	line: number;
	source: string;
	tokens: Token[];
};

export function splitBlocks(tokens: Token[], source: string): SourceBlock[] {
	const lines = source.replaceAll("\0", "\ufffd").split(/\r\n?|\n/);
	const blocks: SourceBlock[] = [];
	let start = 0;
	for (const [index, token] of tokens.entries()) {
		if (token.level > 0 || token.nesting > 0) continue;
		const opener = tokens[start] ?? token;
		const { map, meta } = opener;
		const maps: [number, number][] = Array.isArray(meta?.maps)
			? meta.maps
			: [map ?? [0, 0]];
		blocks.push({
			kind: KINDS[opener.type as keyof typeof KINDS],
			level: opener.type === "heading_open" ? Number(opener.tag[1]) : null,
			line: (maps[0]?.[0] ?? 0) + 1,
			source: maps
				.map(([from, to]) => lines.slice(from, to).join("\n").trimEnd())
				.join("\n"),
			tokens: tokens.slice(start, index + 1),
		});
		start = index + 1;
	}
	return blocks;
}
