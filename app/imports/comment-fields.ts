import { type Draft, named, takeFacts } from "#app/imports/comment-draft.ts";
import { factsAlone } from "#app/imports/comment-facts.ts";
import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";

const FIELDS = {
	name: /^(?:昵称|用户名?|姓名|名字|作者|网友|学员|读者|留言[人者]|评论[人者]|name|user(?: ?name)?|author|nickname)$/iu,
	text: /^(?:留言|评论|内容|正文|留言内容|评论内容|comment|text|content|message)$/iu,
	date: /^(?:日期|时间|(?:留言|评论|发布|发表)(?:日期|时间)|date|time)$/iu,
	votes: /^(?:赞|点赞数?|赞同数?|赞数|👍|likes?|(?:up)?votes?)$/iu,
	replies: /^(?:回复数|评论数|💬|replies)$/iu,
	answer:
		/^(?:(?:作者|讲师|老师|编辑)(?:的?(?:回复|回答))|回复|回答|reply|answer)$/iu,
};

type Field = keyof typeof FIELDS;
type Record = Map<Field, SourceLine[]>;

const fieldOf = (written: string): Field | null => {
	const label = written.trim().replaceAll(/[*_]/gu, "").slice(0, 20);
	const found = Object.entries(FIELDS).find(([, is]) => is.test(label));
	return found ? (found[0] as Field) : null;
};

const labelled = (mark: string, line: SourceLine, text = line.text) => ({
	...line,
	text: `${mark}${text.trim()}`,
});

function draftOf(line: SourceLine, record: Record): Draft {
	const first = (field: Field) => record.get(field)?.[0];
	const draft = named(line, first("name")?.text ?? "");
	draft.text.push(...(record.get("text") ?? []));
	const answer = (record.get("answer") ?? []).filter((one) => !isBlank(one));
	const [begin, ...rest] = answer;
	if (begin) draft.text.push(labelled("作者回复：", begin), ...rest);
	draft.own ??= first("date")?.text.trim();
	for (const [field, mark] of [
		["votes", "👍"],
		["replies", "💬"],
	] as const) {
		const given = first(field);
		if (!given || isBlank(given)) continue;
		const facts = factsAlone(labelled(mark, given).text);
		if (facts) takeFacts(draft, given, facts);
		else draft.isUnclear = true;
	}
	return draft;
}

const DIVIDER = /^[\s:|-]{3,500}$/u;
const CELL_END = /(?<!\\)\|/u;

export const cellsOf = ({ text }: SourceLine): string[] =>
	text.includes("|")
		? text
				.trim()
				.replace(/^\|/u, "")
				.replace(/\|$/u, "")
				.split(CELL_END)
				.map((cell) => cell.trim().replaceAll("\\|", "|"))
		: text.split("\t");

/** The fields of a table's head, if it tells names and texts. */
export function fieldsOf(line: SourceLine): (Field | null)[] | null {
	if (!/[|\t]/u.test(line.text.slice(0, 300))) return null;
	const fields = cellsOf(line).map(fieldOf);
	return fields.includes("name") && fields.includes("text") ? fields : null;
}

const BREAK = /<br\s{0,3}\/?>/iu;

/** A table whose head says what its columns are; null: there is none. */
export function readTable(lines: SourceLine[]): Draft[] | null {
	const [head, ...rows] = lines.filter((line) => !isBlank(line));
	const fields = head && fieldsOf(head);
	if (!fields) return null;
	return rows
		.filter(({ text }) => !DIVIDER.test(text))
		.map((line) => {
			const cells = cellsOf(line);
			const record: Record = new Map();
			for (const [i, field] of fields.entries()) {
				const texts = (cells[i] ?? "").split(BREAK);
				if (field)
					record.set(
						field,
						texts.map((text) => ({ ...line, text })),
					);
			}
			const draft = draftOf(line, record);
			const isWhole = cells.length === fields.length;
			return { ...draft, ...(!isWhole && { doubt: line }) };
		});
}

const LABELLED = /^[-*•\s]{0,8}([^\s:：][^:：]{0,12})[:：](.*)$/u;

function labelIn(line: SourceLine): { field: Field; text: string } | null {
	const [, label = "", text = ""] = LABELLED.exec(line.text) ?? [];
	const field = fieldOf(label);
	return field && { field, text };
}

/** `昵称：… 内容：… 时间：…` on lines of their own; null: these begin otherwise. */
export function readRecords(lines: SourceLine[]): Draft[] | null {
	const filled = lines.filter((line) => !isBlank(line));
	const [first] = filled;
	const label = first && labelIn(first);
	const has = (field: Field) =>
		filled.some((line) => labelIn(line)?.field === field);
	if (!label || !has("name") || !has("text")) return null;
	const records: { line: SourceLine; record: Record }[] = [];
	let open: SourceLine[] = [];
	for (const line of filled) {
		const found = labelIn(line);
		const last = records.at(-1);
		if (!found) open.push(line);
		else {
			const isNext = !last || found.field === label.field;
			const { record } = isNext ? { record: new Map() } : last;
			if (isNext) records.push({ line, record });
			open = [{ ...line, text: found.text }];
			record.set(found.field, open);
		}
	}
	return records.map(({ line, record }) => draftOf(line, record));
}
