import { parseText } from "#app/imports/source.ts";

/** A lesson with these lines below its first paragraph. */
export function parse(...lines: string[]) {
	const text = ["# 标题", "", "正文。", "", ...lines].join("\n");
	const { lesson, problems } = parseText(text, "标题.md", "markdown");
	const comments = lesson?.comments ?? [];
	return {
		markdown: lesson?.markdown,
		problems: problems.map(({ line, reason }) => [line, reason]),
		said: comments.map(({ nickname, text, date }) => [nickname, text, date]),
	};
}

export const FOUND = [
	["青禾", "好吗？", "2024-03-04"],
	["石川", "也好。", "2024-03-05"],
];
