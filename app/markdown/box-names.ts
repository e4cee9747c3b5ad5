export type Box = {
	kind: "note" | "tip" | "important" | "warning" | "caution" | "details";
	/** What stands above a box without a title. */
	zh: string;
	en: string;
};

/** As GitHub, VitePress, Docusaurus, Obsidian, MkDocs and MyST call them. */
const NAMES: [Box["kind"], string, string, string][] = [
	["note", "note info admonition", "说明", "Note"],
	["note", "abstract summary tldr", "摘要", "Summary"],
	["note", "question help faq", "问题", "Question"],
	["note", "example", "示例", "Example"],
	["note", "quote cite", "引用", "Quote"],
	["note", "seealso", "参见", "See also"],
	["note", "todo", "待办", "To do"],
	["tip", "tip hint", "提示", "Tip"],
	["tip", "success check done", "完成", "Done"],
	["important", "important", "重要", "Important"],
	["warning", "warning attention", "注意", "Warning"],
	["caution", "caution danger", "警告", "Caution"],
	["caution", "error bug failure fail missing", "错误", "Error"],
	["details", "details spoiler dropdown", "详情", "Details"],
];

const BOXES: ReadonlyMap<string, Box> = new Map(
	NAMES.flatMap(([kind, names, zh, en]) =>
		names.split(" ").map((name) => [name, { kind, zh, en }] as const),
	),
);

export const boxOf = (name = "") => BOXES.get(name.toLowerCase());
