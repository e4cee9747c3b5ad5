import { expect, it } from "vitest";
import {
	asWrittenIn,
	readAs,
	soundsIn,
	soundWordsOf,
	typedSound,
} from "#app/search/sounds.ts";

it("every part of a title has its sound and its initials", () => {
	const words = soundWordsOf("看银杏树 GPT");
	for (const typed of ["yinxing", "yx", "yinxingshu", "yxs", "kanyinxingshu"])
		expect(words, typed).toContain(typedSound(typed));
	expect(words).not.toContain(typedSound("yin"));
	expect(words.join(" ")).not.toContain("gpt");
});

it("characters are read in their company, and ü is a v", () => {
	expect(readAs("长度与绿叶在重庆", "changdu")).toEqual(["长度"]);
	expect(readAs("长度与绿叶在重庆", "lvye")).toEqual(["绿叶"]);
	expect(readAs("长度与绿叶在重庆", "cq")).toEqual(["重庆"]);
	expect(readAs("长度", "zhangdu")).toEqual([]);
});

it("a typed word is put as a text writes what sounds the same", () => {
	expect(soundsIn("银行树")).toContain(typedSound("hangshu"));
	expect(asWrittenIn(["银杏变黄"], "银姓")).toBe("银杏");
	expect(asWrittenIn(["银杏变黄", "银杏树"], "老银姓树")).toBe("老银杏树");
	expect(asWrittenIn(["银杏变黄"], "银杏")).toBeNull();
	expect(asWrittenIn(["银杏变黄"], "水杉")).toBeNull();
	expect(asWrittenIn(["银杏变黄"], "yinxing")).toBeNull();
});

it("what is no sound is none", () => {
	for (const typed of ["a", "GPT", "a1", "银杏", "'", "x".repeat(60)])
		expect(typedSound(typed), typed).toBeNull();
});
