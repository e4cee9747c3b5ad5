import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";

/** How somebody may come through a journey, so that between them each is seen narrow, dark, scriptless and in English. */
export const WAYS = [
	{ way: "on a wide screen", words: zh, visitor: {} },
	{
		way: "on a phone in the dark",
		words: zh,
		visitor: { width: 390, theme: "dark", touch: true },
	},
	{
		way: "without JavaScript, in English",
		words: en,
		visitor: { javaScript: false, language: "en" },
	},
] as const;

export type Way = (typeof WAYS)[number];
