import { createRequire } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { fontsIn } from "#app/sharing/card-fonts.ts";
import { pictureOf, versionOf } from "#app/sharing/card-pictures.server.ts";
import { type Card, cardSvg } from "#app/sharing/card-svg.ts";

const CARD: Card = {
	course: "一门课程",
	label: "第 3 课",
	title: "山川、河流与湖泊",
	text: "",
	facts: "2 条批注",
	site: "研讨",
	isNote: false,
};

const here = createRequire(import.meta.url);
const fonts = fontsIn({
	song: dirname(
		here.resolve("@fontsource-variable/noto-serif-sc/unicode.json"),
	),
	math: here.resolve("#app/styles/fonts/stix-two-math.woff2"),
	harfbuzz: pathToFileURL(here.resolve("harfbuzzjs")).href,
});

const typeset = async (text: string) => (await fonts)([text]);

describe("a share image", () => {
	it("is a small PNG of 1200 × 630 with something written on it", async () => {
		const picture = await pictureOf(CARD);
		const { format, width, height } = await sharp(picture).metadata();
		expect({ format, width, height }).toEqual({
			...{ format: "png", width: 1200, height: 630 },
		});
		expect(picture.length).toBeLessThan(100_000);
		const blank = await pictureOf({ ...CARD, title: "" });
		expect(picture.length).toBeGreaterThan(blank.length + 3000);
	});

	it("is drawn once for all who ask at the same time, and kept", async () => {
		const card = { ...CARD, title: "同时" };
		const [one, other] = await Promise.all([pictureOf(card), pictureOf(card)]);
		expect(other).toBe(one);
		expect(await pictureOf(card)).toBe(one);
	});

	it("is refused where too many wait", async () => {
		const asked = Array.from({ length: 30 }, (_, n) =>
			pictureOf({ ...CARD, title: `第 ${n} 个` }),
		);
		const answers = await Promise.allSettled(asked);
		const refused = answers.filter(({ status }) => status === "rejected");
		expect(refused).toHaveLength(10);
		expect(await pictureOf({ ...CARD, title: "后来的" })).toBeInstanceOf(
			Buffer,
		);
	});

	it("has another version when it says something else", () => {
		const other = { ...CARD, facts: "3 条批注" };
		expect(versionOf(CARD)).toBe(versionOf({ ...CARD }));
		expect(versionOf(other)).not.toBe(versionOf(CARD));
	});

	it("asks the machine for no font: all text is shapes", async () => {
		const svg = cardSvg(CARD, await typeset(Object.values(CARD).join("")));
		expect(svg).not.toMatch(/<text|font-family/);
		expect(svg.match(/<path transform/g)?.length).toBeGreaterThan(20);
	});

	it("shows Greek, and marks or leaves out what no font has", async () => {
		const text = "从 α 到 ∑ 😀 ภ";
		expect((await typeset(text)).clean(text)).toBe("从 α 到 ∑  〓");
	});
});
