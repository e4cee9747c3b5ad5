import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, it } from "vitest";
import { installable } from "#app/sharing/installable.server.ts";

const manifest: {
	icons: { src: string; sizes: string; purpose?: string }[];
	background_color: string;
} = JSON.parse(readFileSync("public/manifest.webmanifest", "utf8"));

it("every icon of the manifest is there in the size it names", async () => {
	for (const { src, sizes } of manifest.icons) {
		const { format, width, height } = await sharp(`public${src}`).metadata();
		expect({ src, format, sizes: `${width}x${height}` }).toEqual({
			...{ src, format: "png", sizes },
		});
	}
	expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
	const apple = await sharp("public/apple-touch-icon.png").metadata();
	expect([apple.width, apple.height]).toEqual([180, 180]);
});

it("the bar of the browser has the colour of the paper, by day and by night", () => {
	const tokens = readFileSync("app/styles/tokens.css", "utf8");
	const [, light, dark] =
		/--color-paper: light-dark\((#\w+), (#\w+)\)/.exec(tokens) ?? [];
	const colours = (html: string) =>
		[...html.matchAll(/content="(#\w+)"/g)].map(([, colour]) => colour);
	expect(colours(installable(null))).toEqual([light, dark]);
	expect(colours(installable("dark"))).toEqual([dark]);
	expect(colours(installable("light"))).toEqual([light]);
	expect(manifest.background_color).toBe(light);
	expect(installable(null)).toContain('rel="manifest"');
});
