import { importLessons } from "#app/imports/commands.server.ts";
import { type NamedSource, parseSource } from "#app/imports/source.ts";
import { fragment, sql } from "#app/platform/postgres/db.server.ts";

type Comment = {
	name: string;
	votes?: number;
	replies?: number;
	text: string;
	date: string;
};

export const COMMENTS: Comment[] = [
	{
		name: "山中人",
		votes: 6,
		replies: 2,
		text: "温度为零就是每次取最大的那个。\n1. 这一行不是列表",
		date: "2024-06-07",
	},
	{
		name: "Ann B. (TA)",
		votes: 3,
		text: "采样之后才有花样。",
		date: "2024-06-09",
	},
	{ name: "山中人", replies: 1, text: "补充一句。", date: "2024-06-07" },
];

export const QUESTIONS = ["温度为零时会怎样？", "为什么回答每次不同？"];

/** A lesson document as old course sites export it: a comment's date follows its text, before the next head. */
export function lessonDocument({
	title = "07 | 从词元到句子",
	body = [
		"模型每次只写一个词元。",
		"采样与温度",
		"- 温度低时更稳",
		"- 温度高时更野",
		"$$p = e^{-E/T}$$",
	],
	questions = QUESTIONS,
	comments = COMMENTS,
} = {}): string {
	const lines = [title, ...body, "思考题"];
	lines.push(...questions.map((question, i) => `${i + 1}. ${question}`));
	let date = "";
	for (const { name, votes = 0, replies = 0, ...comment } of comments) {
		lines.push(`${date}- ${name} 👍(${votes}) 💬(${replies})`, comment.text);
		date = `${comment.date} `;
	}
	return [...lines, date.trim()].join("\n");
}

/** A text in the form that an import takes. */
export const sourceOf = (text: string, name = "lesson.txt"): NamedSource => ({
	name,
	...parseSource(name, Buffer.from(text)),
});

/** Imports a document, changed by `change`, into the course "course" and returns the report. */
export async function bringIn(
	change: Parameters<typeof lessonDocument>[0] = {},
	match?: string,
) {
	const source = { ...sourceOf(lessonDocument(change)), match };
	const [report] = await importLessons([source], {
		slug: "course",
		byId: null,
	});
	return report;
}

const WRITTEN = [
	"courses",
	"memberships",
	"imports",
	"lessons",
	"lesson_revisions",
	"blocks",
	"threads",
	"replies",
	"reply_edits",
	"reply_votes",
	"pins",
];

/** Every row that an import could change, with the transaction that wrote it. */
export async function dump(): Promise<Record<string, unknown[]>> {
	const tables: Record<string, unknown[]> = {};
	for (const table of WRITTEN)
		tables[table] = await sql`
			SELECT t.xmin::text, to_jsonb(t) AS row FROM ${fragment(table)} t ORDER BY 2`;
	return tables;
}
