import { expect, it } from "vitest";
import { fold, stemOf, wordsOf } from "#app/search/tokens.ts";

it("Han runs become pairs at their places, and the last character stands alone", () => {
	expect(wordsOf("涌现能力")).toBe("'涌现':1 '现能':2 '能力':3 '力':4");
	expect(wordsOf("好")).toBe("'好':1");
	expect(wordsOf("能力，能力")).toBe("'能力':1,3 '力':2,4");
});

it("identifiers and numbers are found in their parts, and whole as a phrase", () => {
	expect(wordsOf("text-davinci-002")).toBe(
		"'text':1 'text~':1 'davinci':2 'davinci~':2 '002':3",
	);
	expect(wordsOf("GPT-3.5")).toBe(wordsOf("gpt 3 5"));
	expect(wordsOf("GPT4")).toBe(wordsOf("GPT-4"));
	expect(wordsOf("C++ C# C")).toBe("'c++':1 'c#':2 'c':3");
});

it("a word of letters ends where Chinese begins", () => {
	expect(wordsOf("BPE编码")).toBe(wordsOf("BPE 编码"));
	expect(wordsOf("用naïve的办法")).toBe(wordsOf("用 naïve 的办法"));
	expect(wordsOf("Llamaかな")).toBe(wordsOf("Llama かな"));
});

it("an English word has its stem in its place, and stays exact", () => {
	expect(wordsOf("Emergent abilities")).toBe(
		"'emergent':1 'emerg~':1 'abilities':2 'abil~':2",
	);
	expect(stemOf("ability")).toBe(stemOf("abilities"));
	expect([stemOf("银杏"), stemOf("ab"), stemOf("naïve")]).toEqual([
		...[null, null, null],
	]);
});

it("a title weighs more, and no phrase goes over its end", () => {
	expect(wordsOf("银杏", "树")).toBe("'树':1A '银杏':3 '杏':4");
});

it("full width, capitals and traditional characters count as the usual ones", () => {
	expect(fold("湧現 ＧＰＴ－４ 臺灣")).toBe("涌现 gpt-4 台湾");
	expect(wordsOf("湧現")).toBe(wordsOf("涌现"));
});

it("a Han character outside the first plane is one character", () => {
	expect(wordsOf("𠮷野家")).toBe("'𠮷野':1 '野家':2 '家':3");
});

it("a very long text stays within what PostgreSQL keeps", () => {
	const words = wordsOf(`${"词".repeat(30_000)}${"x".repeat(3000)}`);
	const places = words.split(" ").map((word) => word.split(",").length);
	expect(Math.max(...places)).toBeLessThan(256);
	expect(words).not.toContain("x".repeat(101));
	expect(words).toContain(":16383");
});
