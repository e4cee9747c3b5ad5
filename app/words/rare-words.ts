import { useReader } from "#app/words/reader.tsx";
import type { RareWords } from "#app/words/zh/rare.ts";

const load = () =>
	document.documentElement.lang === "en"
		? import("#app/words/en/rare.ts")
		: import("#app/words/zh/rare.ts");

/** They load with the page whose code imports this. */
const loaded = import.meta.env.SSR ? null : (await load()).rare;

/** The words of pages that few people open. */
export function useRareWords(): RareWords {
	const words = useReader().rareWords ?? loaded;
	if (!words) throw new Error("The server's reader has all words");
	return words;
}
