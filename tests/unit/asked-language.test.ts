import { describe, expect, it } from "vitest";
import { askedLanguage } from "#app/platform/http/asked-language.server.ts";

describe("the language of a page", () => {
	it.each([
		[undefined, "zh"],
		["", "zh"],
		["fr, de;q=0.8", "zh"],
		["en", "en"],
		["EN-gb", "en"],
		["fr, en;q=0.3", "en"],
		["en;q=0, zh;q=0.1", "zh"],
		["en;q=0", "zh"],
		["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
		["en;q=0.5, zh-Hant-TW;q=0.7", "zh"],
		["en-US,zh-CN;q=0.9,zh;q=0.8,en;q=0.7", "en"],
		["zh-CN,en", "zh"],
		["eng, enm, zho", "zh"],
		[";;q=,,=", "zh"],
	])("for the header %j is %s", (header, expected) =>
		expect(askedLanguage(null, header)).toBe(expected),
	);

	it("is the one chosen here before any that the browser asks for", () => {
		expect(askedLanguage("theme=dark; language=en", "zh")).toBe("en");
		expect(askedLanguage("language=xx", "en")).toBe("en");
	});
});
