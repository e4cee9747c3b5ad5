import { describe, expect, it } from "vitest";
import { signUpSchema } from "#app/accounts/schema.ts";
import { skeleton } from "#app/accounts/skeleton.ts";

const NAME = "白露";
const schema = signUpSchema.pick({ name: true });

/** The form's message for a name; undefined if it is valid. */
const complaint = (name: string) =>
	schema.safeParse({ name }).error?.issues[0]?.message;

describe("a name", () => {
	const kept = (name: string) => schema.parse({ name }).name;

	it("is stored in NFKC with its blanks folded", () => {
		expect(kept("  Ｍａｙａ　 Chen\t")).toBe("Maya Chen");
	});

	it("has 1 to 40 characters", () => {
		expect(complaint(" 　 ")).toBe("nameEmpty");
		expect(complaint("𠮷".repeat(40))).toBeUndefined();
		expect(complaint("𠮷".repeat(41))).toBe("nameLong");
	});

	it.each([
		["a zero-width space", "顾\u200b行"],
		["a zero-width no-break space", "顾\ufeff行"],
		["a direction mark", "\u202e行顾"],
		["a control character", "顾\u0007行"],
		["a Hangul filler", "顾\u3164行"],
		["a Braille blank", "顾\u2800行"],
		["a line separator", "顾\u2028行"],
		["a private-use character", "顾\ue000行"],
	])("may not contain %s", (_, name) => {
		expect(complaint(name)).toBe("nameInvisible");
	});

	it.each([
		["an emoji made of two", "👩‍💻小王"],
		["a family with skin tones", "👩🏽‍🌾👨‍👩‍👧‍👦"],
		["a Persian name", "علی\u200cرضا"],
		["a Marathi name", "र्\u200dया"],
	])("keeps the joiners of %s", (_, name) => {
		expect(complaint(name)).toBeUndefined();
		expect(kept(name)).toBe(name);
	});

	it.each([
		["between Han characters", "顾\u200d行"],
		["between Latin letters", "ma\u200cya"],
		["at the end of an emoji", "👩\u200d"],
		["twice", "👩\u200d\u200d💻"],
	])("may not contain a joiner %s", (_, name) => {
		expect(complaint(name)).toBe("nameInvisible");
	});

	it("loses the marks that choose between two pictures", () => {
		const marked = `${NAME}\ufe0f\u{e0100}`;
		expect(kept(marked)).toBe(NAME);
	});
});

describe("the skeleton of a name", () => {
	it.each([
		["顾行", "顾 行"],
		["Iris", "lris"],
		["Iris", "1ris"],
		["IRIS", "iris"],
		["Bob", "Вob"],
		["maya", "mауа"],
		["Maya", "rnaya"],
		["Zoë", "Zoe\u0308"],
		["O0o", "ooo"],
		["顾行", "顾\u0307行"],
		["顾行", "顾行\u0323"],
		["Maya", "May\u0323a"],
		["Maya", "Mayȧ"],
		["Maya", "Mạya"],
		["Maya", "M\u0338aya"],
		["Сергеи", "Сергей"],
		["علی\u200cرضا", "علیرضا"],
	])("is the same for %s and %s", (one, other) => {
		expect(skeleton(other)).toBe(skeleton(one));
	});

	it.each([
		["顾行", "顾衡"],
		["Maya", "Mary"],
		["Zoë", "Zoe"],
		["かおり", "がおり"],
		["Lân", "Lan"],
	])("differs for %s and %s", (one, other) => {
		expect(skeleton(other)).not.toBe(skeleton(one));
	});
});
