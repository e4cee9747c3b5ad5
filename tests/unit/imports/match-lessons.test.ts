import { describe, expect, it } from "vitest";
import { type Known, matchLessons } from "#app/imports/match-lessons.ts";

const TEXTS = {
	tokens:
		"词元是模型读写的单位。一个汉字常常是一个词元，一个英文单词可能被切成两三个。切法由训练词表的语料决定。",
	attention:
		"注意力让每个位置看到其他位置。查询与键相乘得到分数，分数归一以后给值加权，再把各头的结果拼在一起。",
	sampling:
		"采样决定下一个词元选谁。温度越低越保守，核采样只留概率最大的一小撮，重复惩罚避免来回说同一句。",
	caching:
		"缓存把算过的键和值留在显存里，后面的词元就不用重算。批处理越大，显存越紧，延迟也会随之变长。",
};

let number = 0;
const lesson = (
	title: string,
	source: string,
	importedNumber: number | null = null,
): Known => ({ number: ++number, titles: [title], importedNumber, source });

const source = (
	title: string,
	markdown: string,
	position: number | null = null,
	match?: string,
) => ({ title, markdown, position, match });

function match(known: Known[], sources: ReturnType<typeof source>[]) {
	return matchLessons(known, sources).map(({ lesson, kind }) => {
		const place = lesson ? known.indexOf(lesson) : null;
		return kind === "sure" ? place : [kind, place];
	});
}

const course = () => [
	lesson("词元", TEXTS.tokens, 1),
	lesson("注意力", TEXTS.attention, 2),
	lesson("采样", TEXTS.sampling, 3),
];

const edited = (text: string) =>
	`先说结论。${text.replace("。", "，大致如此。")}`;

describe("a source is the lesson", () => {
	it("with its title, where a new one was put in between", () => {
		const sources = [
			source("词元", TEXTS.tokens, 1),
			source("缓存", TEXTS.caching, 2),
			source("注意力", TEXTS.attention, 3),
			source("采样", edited(TEXTS.sampling), 4),
		];
		expect(match(course(), sources)).toEqual([0, null, 1, 2]);
	});

	it("with its title, where two changed places, or one is gone", () => {
		const swapped = [
			source("采样", TEXTS.sampling, 2),
			source("注意力", TEXTS.attention, 3),
		];
		expect(match(course(), swapped)).toEqual([2, 1]);
		expect(match(course(), [source("采样", TEXTS.sampling, 2)])).toEqual([2]);
	});

	it("with its text, where it was retitled and moved", () => {
		const sources = [
			source("模型怎么选词", TEXTS.sampling, 1),
			source("从字到词元", edited(TEXTS.tokens), 2),
		];
		expect(match(course(), sources)).toEqual([2, 0]);
		const short = [lesson("采样", "讲采样。", 3)];
		expect(match(short, [source("选词", "讲采样。", 5)])).toEqual([0]);
	});

	it("not by a short text that several have", () => {
		const known = ["甲", "乙"].map((title) => lesson(title, "待写。"));
		expect(match(known, [source("丙", "待写。", 3)])).toEqual([null]);
	});

	it("with its title, not the one with its text", () => {
		const sources = [
			source("采样", TEXTS.sampling, 3),
			source("采样（旧稿）", TEXTS.sampling, 4),
		];
		expect(match(course(), sources)).toEqual([2, null]);
	});

	it("with the best pair of all, whatever file comes first", () => {
		const known = [lesson("采样", TEXTS.sampling, 3)];
		const sources = [
			source("上半", edited(edited(TEXTS.sampling)), 1),
			source("全", TEXTS.sampling, 2),
		];
		expect(match(known, sources)).toEqual([null, 0]);
	});

	it("with its title and text, of two with one title", () => {
		const known = [
			lesson("小结", TEXTS.tokens),
			lesson("小结", TEXTS.sampling),
		];
		const sources = [
			source("小结", edited(TEXTS.sampling)),
			source("小结", TEXTS.tokens),
		];
		expect(match(known, sources)).toEqual([1, 0]);
		expect(match([], sources)).toEqual([null, null]);
	});
});

describe("a match is doubtful", () => {
	it("by the number alone", () => {
		expect(match(course(), [source("缓存", TEXTS.caching, 2)])).toEqual([
			["doubtful", 1],
		]);
		expect(match(course(), [source("缓存", "讲缓存。", 2)])).toEqual([
			["doubtful", 1],
		]);
	});

	it("by a title alike, where the texts are too short to tell", () => {
		const known = [lesson("采样", "讲采样。", 3)];
		const sources = [
			source("位置编码", "讲位置编码。", 4),
			source("采样与温度", "讲采样与温度。", 5),
		];
		expect(match(known, sources)).toEqual([null, ["doubtful", 0]]);
	});

	it("by a text that is alike in part", () => {
		const half = `${TEXTS.sampling.slice(0, 24)}${TEXTS.caching}`;
		expect(match(course(), [source("缓存", half, 7)])).toEqual([
			["doubtful", 2],
		]);
	});

	it("by a title over another text with another number", () => {
		const known = [lesson("小结", TEXTS.tokens, 1)];
		expect(match(known, [source("小结", TEXTS.caching)])).toEqual([
			["doubtful", 0],
		]);
		expect(match(known, [source("小结", TEXTS.caching, 1)])).toEqual([0]);
	});

	it("if another lesson or another source fits as well", () => {
		const two = [lesson("小结", "待写。"), lesson("小结", "待补。")];
		expect(match(two, [source("小结", "写好了。")])).toEqual([["doubtful", 0]]);
		const [a, b] = [TEXTS.sampling.slice(0, 24), TEXTS.sampling.slice(24)];
		const split = [source("采样上", a, 8), source("采样下", b, 9)];
		expect(match(course(), split)).toEqual([["doubtful", 2], null]);
	});

	it("until it is decided", () => {
		const decide = (match: string) => [
			source("缓存", TEXTS.caching, 2, match),
			source("注意力", TEXTS.attention, 3),
		];
		const known = course();
		expect(match(known, decide("new"))).toEqual([["decided", null], 1]);
		expect(match(known, decide(String(known[2]?.number)))).toEqual([
			["decided", 2],
			1,
		]);
		expect(match(known, decide("999"))).toEqual([["doubtful", null], 1]);
	});
});

it("hundreds of documents find their lessons in a long course", () => {
	const text = (i: number) =>
		`${TEXTS.tokens}${`第${i}课讲的是${i * 7}。`.repeat(9)}`;
	const known = Array.from({ length: 300 }, (_, i) =>
		lesson(`题 ${i}`, text(i), i),
	);
	const sources = known.map((_, i) => source(`新题 ${i}`, text(i), i + 1));
	const found = matchLessons(known, sources);
	expect(found.map(({ lesson }) => lesson && known.indexOf(lesson))).toEqual(
		known.map((_, i) => i),
	);
});

describe("lessons of one title, in several folders", () => {
	const summary = (folder: string, text: string) => ({
		...lesson("小结", text),
		importedName: `${folder}/小结.md`,
	});
	const file = (folder: string, text: string) => ({
		...source("小结", text),
		name: `${folder}/小结.md`,
	});
	const known = () => [
		summary("第1章", TEXTS.tokens),
		summary("第2章", TEXTS.attention),
	];

	it("are found by their texts when a folder is put in before them", () => {
		const edited = `${TEXTS.attention}再补一句。`;
		expect(
			match(known(), [
				file("第1章", TEXTS.tokens),
				file("第2章", TEXTS.caching),
				file("第3章", edited),
			]),
		).toEqual([0, null, 1]);
	});

	it("are found by their files when each is written anew", () => {
		expect(
			match(known(), [
				file("第2章", TEXTS.caching),
				file("第1章", TEXTS.sampling),
			]),
		).toEqual([1, 0]);
	});

	it("are found by their files if their texts are equal", () => {
		const same = () => [summary("第1章", "略。"), summary("第2章", "略。")];
		expect(
			match(same(), [file("第2章", "略。"), file("第1章", "略。")]),
		).toEqual([1, 0]);
	});

	it("are doubtful if neither text nor file tells", () => {
		expect(match(known(), [file("附录", TEXTS.caching)])).toEqual([
			["doubtful", 0],
		]);
	});
});
