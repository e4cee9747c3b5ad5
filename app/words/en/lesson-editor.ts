import type { Words } from "#app/words/zh.ts";

const some = (count: number, one: string) =>
	count === 1 ? `1 ${one}` : `${count} ${one}s`;

export const lessonEditor: Words["lessonEditor"] = {
	title: "Title",
	body: "Text",
	bodyHint: "In Markdown. “## ” begins a section heading, $$…$$ is a formula.",
	questionsHint: "One a line. Each gets a thread of its own.",
	asRead: "As readers will see it",
	colon: ": ",
	hanging: (notes, questions) =>
		`The paragraphs that you changed or took away have ${[
			notes > 0 && some(notes, "note"),
			questions > 0 && some(questions, "question"),
		]
			.filter(Boolean)
			.join(" and ")}. Please check them after saving.`,
};
