import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type * as HarfBuzz from "harfbuzzjs";
import decompress from "wawoff2/decompress.js";

// The font comes in a hundred files of some characters each. Those that a text needs are opened: no font of the
// machine is asked for, as a server has none for Chinese.

export type FontPlaces = {
	song: string;
	/** The site's own font for formulas has what the other lacks: Greek, for one. */
	math: string;
	/** A module that cannot be bundled, as its program lies beside it. */
	harfbuzz: string;
};

/** Stands for a character that no font has, as in print. */
const MISSING = "〓";
/** Nothing is lost without them. */
const NEEDLESS = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{M}\p{C}]/u;

const WEIGHTS = [400, 600] as const;

export type Style = { size: number; weight: (typeof WEIGHTS)[number] };

type Fonts = { upem: number; has: Set<number> } & Record<
	Style["weight"],
	HarfBuzz.Font
>;
type Sort = { character: string; fonts: Fonts };
type Run = { text: string; fonts: Fonts };

export type Typeset = {
	clean(text: string): string;
	width(text: string, style: Style): number;
	/** The text as SVG shapes, from the left end of its base line on. */
	shapes(text: string, x: number, y: number, style: Style): string;
};

export async function fontsIn(places: FontPlaces) {
	const hb: typeof HarfBuzz = await import(/* @vite-ignore */ places.harfbuzz);
	const files = filesByCharacter(places);
	const opened = new Map<string, Fonts>();

	async function open(path: string): Promise<Fonts> {
		const known = opened.get(path);
		if (known) return known;
		const file = new Uint8Array(await decompress(await readFile(path)));
		const face = new hb.Face(new hb.Blob(file.buffer));
		const [normal, bold] = WEIGHTS.map((weight) => {
			const font = new hb.Font(face);
			font.setVariations([new hb.Variation("wght", weight)]);
			return font;
		}) as [HarfBuzz.Font, HarfBuzz.Font];
		const has = new Set(face.collectUnicodes());
		const fonts = { upem: face.upem, has, 400: normal, 600: bold };
		opened.set(path, fonts);
		return fonts;
	}

	async function sortOf(character: string): Promise<Sort | null> {
		const code = character.codePointAt(0) ?? 0;
		for (const path of [files.get(code), places.math]) {
			const fonts = path ? await open(path) : null;
			if (fonts?.has.has(code)) return { character, fonts };
		}
		return character === MISSING || NEEDLESS.test(character)
			? null
			: sortOf(MISSING);
	}

	function shaped({ text, fonts }: Run, { weight }: Style) {
		const buffer = new hb.Buffer();
		buffer.addText(text);
		buffer.guessSegmentProperties();
		hb.shape(fonts[weight], buffer);
		const places = buffer.getGlyphPositions();
		return buffer.getGlyphInfos().map(({ codepoint: glyph }, at) => ({
			glyph,
			advance: places[at]?.xAdvance ?? 0,
		}));
	}

	function typesetWith(sorts: Map<string, Sort>): Typeset {
		const runsOf = (text: string) => {
			const runs: Run[] = [];
			for (const one of text) {
				const sort = sorts.get(one);
				const last = runs.at(-1);
				if (sort && last?.fonts === sort.fonts) last.text += sort.character;
				else if (sort) runs.push({ text: sort.character, fonts: sort.fonts });
			}
			return runs;
		};
		return {
			clean: (text) =>
				Array.from(text, (one) => sorts.get(one)?.character ?? "")
					.join("")
					.trim(),
			width: (text, style) =>
				runsOf(text.trimEnd())
					.flatMap((run) =>
						shaped(run, style).map(
							({ advance }) => (advance * style.size) / run.fonts.upem,
						),
					)
					.reduce((sum, width) => sum + width, 0),
			shapes: (text, x, y, style) => {
				let at = x;
				return runsOf(text)
					.flatMap((run) =>
						shaped(run, style).map(({ glyph, advance }) => {
							const scale = style.size / run.fonts.upem;
							const path = run.fonts[style.weight]
								.glyphToPath(glyph)
								.replace(/\.\d+/g, "");
							const shape = `<path transform="translate(${at.toFixed(1)} ${y}) scale(${scale} ${-scale})" d="${path}"/>`;
							at += advance * scale;
							return shape;
						}),
					)
					.join("");
			},
		};
	}

	return async function typeset(texts: string[]): Promise<Typeset> {
		const sorts = new Map<string, Sort>();
		for (const character of new Set(`${texts.join("")}…`)) {
			const sort = await sortOf(character);
			if (!sort) continue;
			sorts.set(character, sort);
			sorts.set(sort.character, sort);
		}
		return typesetWith(sorts);
	};
}

function filesByCharacter({ song }: FontPlaces): Map<number, string> {
	const files = new Map<number, string>();
	const ranges: Record<string, string> = JSON.parse(
		readFileSync(join(song, "unicode.json"), "utf8"),
	);
	for (const [name, list] of Object.entries(ranges)) {
		const part = name.replace(/[[\]]/g, "");
		const path = join(song, "files", `noto-serif-sc-${part}-wght-normal.woff2`);
		for (const range of list.split(",")) {
			const [from = 0, to = from] = range
				.slice("U+".length)
				.split("-")
				.map((hex) => Number.parseInt(hex, 16));
			for (let code = from; code <= to; code++) files.set(code, path);
		}
	}
	return files;
}
