import { describe, expect, it } from "vitest";
import { decodeText } from "#app/imports/decode.ts";

/** Node only reads these encodings. */
function encoded(text: string, encoding: string): Buffer {
	const bytesOf = new Map<string, number[]>();
	const decoder = new TextDecoder(encoding);
	for (let first = 0x81; first <= 0xfe; first++)
		for (let second = 0x40; second <= 0xfe; second++)
			bytesOf.set(decoder.decode(Buffer.from([first, second])), [
				...[first, second],
			]);
	const bytes = Array.from(text, (letter) =>
		/[ -~\n]/u.test(letter) ? [letter.charCodeAt(0)] : bytesOf.get(letter),
	);
	return Buffer.from(bytes.flatMap((some) => some ?? []));
}

const MAINLAND =
	"# 采样\n\n温度越高，模型说的话就越不可预料。我们在这里只看一个例子。\n";
const TAIWAN =
	"# 取樣\n\n溫度越高，模型說的話就越難預料。我們在這裡只看一個例子。\n";

describe("a text that is not in UTF-8", () => {
	it.each([
		["GB 18030", MAINLAND, "gb18030"],
		["GBK with traditional characters", TAIWAN, "gb18030"],
		["Big5", TAIWAN, "big5"],
	])("is read in %s", (_, text, encoding) => {
		expect(decodeText(encoded(text, encoding))).toEqual({ text });
	});

	it("may hold characters of four bytes in GB 18030", () => {
		const thumb = Buffer.from([0x94, 0x39, 0xda, 0x33]);
		const bytes = Buffer.concat([encoded(MAINLAND, "gb18030"), thumb]);
		expect(decodeText(bytes)).toEqual({ text: `${MAINLAND}💩` });
	});

	it.each(["utf16le", "utf16be"])(
		"is read in UTF-16 without a mark: %s",
		(order) => {
			const bytes = Buffer.from(MAINLAND, "utf16le");
			if (order === "utf16be") bytes.swap16();
			expect(decodeText(bytes)).toEqual({ text: MAINLAND });
		},
	);

	it.each([
		["Shift JIS", "shift_jis", "これはペンです。それは本です。"],
		["EUC-KR", "euc-kr", "이것은 펜입니다. 저것은 책입니다. ".repeat(3)],
	])("is refused in %s, rather than read as Chinese", (_, encoding, text) => {
		expect(decodeText(encoded(text, encoding))).toEqual({
			failure: "encodingUnknown",
		});
	});
});
