import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { zh } from "#app/words/zh.ts";
import { textsIn } from "#tests/support/spoken.ts";

/** Code, formulas and addresses have their own punctuation. */
const OTHER =
	/```[\s\S]*?```|`[^`\n]*`|\$\$[\s\S]*?\$\$|\$[^$\n]+\$|https?:\/\/\S+/g;

const HAN = "[\\p{Script=Han}」』》）”]";
/** After a Han character, or around some. */
const HALF_WIDTH = new RegExp(
	`${HAN}[,:;?!.(](?!//)|\\([^()\\n]*\\p{Script=Han}[^()\\n]*\\)`,
	"gu",
);

/** Places where Chinese text has half-width punctuation. */
const halfWidth = (text: string) => text.replace(OTHER, "□").match(HALF_WIDTH);

describe("full-width punctuation", () => {
	it.each([
		["你好,世界", "好,"],
		["真的吗?", "吗?"],
		["（见上）.", "）."],
		["涌现(emergence)", "现("],
		["scale (规模)", "(规模)"],
	])("is missing in %s", (text, place) => {
		expect(halfWidth(text)).toEqual([place]);
	});

	it.each([
		"你好，世界。",
		"涌现（emergence）",
		"规模 $N(d, k)$，见 `f(x, y)`。",
		"[链接](https://example.com/a?b=1)",
		"```js\nf(涌现, 1); // 注释,如此\n```",
		"hello (world), again!",
	])("is not missing in %s", (text) => {
		expect(halfWidth(text)).toBeNull();
	});
});

type Text = { at: string; text: string };

const seedModules = import.meta.glob("/prisma/seed/**/*.ts", { eager: true });
const lessonFiles = readdirSync("prisma/seed/lessons").map(
	(name) => `prisma/seed/lessons/${name}`,
);

it("the interface has no space after full-width punctuation, or at an end", () => {
	const spaced = textsIn(zh, [2, "名字"]).filter(({ text }) =>
		/[，。：；？！、」』）] |\s$/.test(text),
	);
	expect(spaced).toEqual([]);
});

describe("the project's own Chinese", () => {
	it.each<[string, () => Text[]]>([
		["the interface", () => textsIn(zh, [2, "名字"])],
		["the demo's people and discussions", () => textsIn(seedModules)],
		[
			"the demo's lessons",
			() => lessonFiles.map((at) => ({ at, text: readFileSync(at, "utf8") })),
		],
	])("has full-width punctuation: %s", (_, list) => {
		const texts = list().filter(({ text }) => /\p{Script=Han}/u.test(text));
		expect(texts.length).toBeGreaterThan(2);
		expect(
			texts.flatMap(({ at, text }) =>
				(halfWidth(text) ?? []).map((place) => `${at}: ${place}`),
			),
		).toEqual([]);
	});
});
