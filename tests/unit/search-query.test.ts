import { expect, it } from "vitest";
import { daysOf } from "#app/search/operators.ts";
import { readQuery } from "#app/search/query.ts";

const conditionsIn = (typed: string) =>
	readQuery(typed).conditions.map(({ name, value }) => `${name}=${value}`);

it.each([
	["课程:树木 课:3 作者:林一", "course=树木 lesson=3 author=林一"],
	["课程：树木　课：3　作者：林一", "course=树木 lesson=3 author=林一"],
	["course:trees lesson:3 author:lin", "course=trees lesson=3 author=lin"],
	["Course：trees LESSON:3 Author: lin", "course=trees lesson=3 author=lin"],
	["种类:提问 状态:已回答 有批注", "kind=提问 state=已回答 has=批注"],
	["kind:question is:waiting has:note", "kind=question state=waiting has=note"],
	["自:2026-03 至：2026年4月", "from=2026-03 to=2026年4月"],
	["after:2026-03 before:2026-04", "from=2026-03 to=2026-04"],
	['author:"Lin Yi"', "author=Lin Yi"],
	["作者：「林 一」", "author=林 一"],
	["作者：“林 一”", "author=林 一"],
])("%s is read as conditions, not as words", (typed, conditions) => {
	const { wanted, ignored } = readQuery(typed);
	expect(conditionsIn(typed).join(" ")).toBe(conditions);
	expect([wanted, ignored]).toEqual([[], []]);
});

it("words stay beside conditions", () => {
	const { wanted, unwanted } = readQuery("银杏 作者:林一 “秋天 到了” -水杉");
	expect(wanted).toEqual([
		{ text: "银杏", isPhrase: false },
		{ text: "秋天 到了", isPhrase: true },
	]);
	expect(unwanted.map(({ text }) => text)).toEqual(["水杉"]);
});

it.each([
	["银杏 标签:树木", "标签:树木"],
	["银杏 flavour:sweet", "flavour:sweet"],
	["银杏 作者:", "作者:"],
	["银杏 -作者:林一", "-作者:林一"],
	["银杏 课: 课程:树", "课:"],
])("%s names what is not understood, and asks for the rest", (typed, text) => {
	const { wanted, ignored } = readQuery(typed);
	expect(ignored).toEqual([{ what: "operator", text }]);
	expect(wanted).toEqual([{ text: "银杏", isPhrase: false }]);
});

it("a colon in a text, an address and a time are no operators", () => {
	for (const typed of [
		"注意：银杏",
		"https://example.com/a 银杏",
		"12:30 银杏",
	])
		expect(readQuery(typed), typed).toMatchObject({
			...{ ignored: [], conditions: [] },
		});
	expect(readQuery("注意：银杏").wanted).toHaveLength(1);
});

it.each([
	["2026-03-15", ["2026-03-15", "2026-03-16"]],
	["2026/3/5", ["2026-03-05", "2026-03-06"]],
	["２０２６年３月１５日", ["2026-03-15", "2026-03-16"]],
	["2026-12", ["2026-12-01", "2027-01-01"]],
	["2026年", ["2026-01-01", "2027-01-01"]],
	["2026-02-30", null],
	["2026-13", null],
	["昨天", null],
	["0000-01-01", null],
])("the days of %s", (value, days) => {
	expect(daysOf(value)).toEqual(days);
});
