import type {
	NoteKind,
	QuestionState,
	ThreadKind,
} from "#app/platform/prisma/enums.ts";

// The words that narrow a search. Each condition is also a field of the form, under its name.

export const CONDITIONS = [
	...(["course", "lesson", "author", "kind"] as const),
	...(["state", "has", "from", "to"] as const),
] as const;
export type ConditionName = (typeof CONDITIONS)[number];

const byWord = <Value>(values: [Value, string[]][]): Map<string, Value> =>
	new Map(
		values.flatMap(([value, words]) =>
			words.map((word): [string, Value] => [word, value]),
		),
	);

export const OPERATORS = byWord<ConditionName>([
	["course", ["course", "课程"]],
	["lesson", ["lesson", "课"]],
	["author", ["author", "作者"]],
	["kind", ["kind", "种类"]],
	["state", ["is", "状态"]],
	["has", ["has", "有"]],
	["from", ["after", "自"]],
	["to", ["before", "至"]],
]);

/** What a result is: a kind of row, of thread or of note. */
type Narrowed =
	| { row: "block" | "thread" | "reply" | "note" | "term" }
	| { thread: ThreadKind }
	| { note: NoteKind };

const KINDS = byWord<Narrowed>([
	[{ row: "block" }, ["block", "lesson", "text", "课文"]],
	[{ row: "thread" }, ["thread", "discussion", "讨论"]],
	[{ thread: "question" }, ["question", "提问", "问题"]],
	[{ thread: "thinking" }, ["thinking", "思考题"]],
	[{ thread: "topic" }, ["topic", "话题"]],
	[{ thread: "announcement" }, ["announcement", "公告"]],
	[{ row: "reply" }, ["reply", "回复"]],
	[{ row: "note" }, ["note", "批注", "旁注"]],
	[{ note: "answer" }, ["answer", "答疑"]],
	[{ note: "term" }, ["rendering", "译名"]],
	[{ note: "correction" }, ["correction", "勘误"]],
	[{ note: "remark" }, ["remark", "点评"]],
	[{ row: "term" }, ["term", "术语"]],
]);

const STATES = byWord<QuestionState>([
	["waiting", ["waiting", "等待回答", "待答", "等待"]],
	["discussed", ["discussed", "讨论中"]],
	["follow_up", ["follow_up", "follow-up", "有追问", "追问"]],
	["answered", ["answered", "已回答", "已答"]],
]);

const NOTE_WORDS = ["note", "批注", "旁注"];

export const isHasNote = (word: string) => word === "有批注";

const plain = (value: string) => value.normalize("NFKC").trim().toLowerCase();

export const kindOf = (value: string) => KINDS.get(plain(value));
export const stateOf = (value: string) => STATES.get(plain(value));
export const isNote = (value: string) => NOTE_WORDS.includes(plain(value));

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[月年日号]?$/;

/** The first day of a day, month or year, and the one after its last. */
export function daysOf(value: string): [string, string] | null {
	const [, year, month, day] = DATE.exec(plain(value)) ?? [];
	if (!year) return null;
	const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
	const first = new Date(Date.UTC(y, m - 1, d));
	if (first.getUTCMonth() !== m - 1 || first.getUTCDate() !== d || y === 0)
		return null;
	const next = day
		? Date.UTC(y, m - 1, d + 1)
		: month
			? Date.UTC(y, m, 1)
			: Date.UTC(y + 1, 0, 1);
	const asText = (time: number) => new Date(time).toISOString().slice(0, 10);
	return y < 9999 ? [asText(first.getTime()), asText(next)] : null;
}
