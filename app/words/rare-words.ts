import { wordsHere } from "#app/words/words-here.ts";

/* Pages that few people open import this module for its effect, so that their words load with them. */
if (!import.meta.env.SSR) {
	const { rare } =
		document.documentElement.lang === "en"
			? await import("#app/words/en/rare.ts")
			: await import("#app/words/zh/rare.ts");
	Object.assign(wordsHere, rare);
}
