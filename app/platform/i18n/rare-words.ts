import { wordsHere } from "#app/platform/i18n/words-here.ts";

/*
 * The words of pages that few people open come with those pages: whatever says them imports this module for its effect,
 * and is loaded when they are there. The server has all words.
 */
if (!import.meta.env.SSR) {
	const { rare } =
		document.documentElement.lang === "en"
			? await import("#app/words/en/rare.ts")
			: await import("#app/words/zh/rare.ts");
	Object.assign(wordsHere, rare);
}
