/*
 * What a text is found by. PostgreSQL's own parser takes a run of Han characters for one word, so the tokens are made
 * here: overlapping pairs of Han characters (and kana, hangul), whole words of the rest.
 */

const RUNS =
	/([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|([\p{L}\p{N}]+(?:['’_.+#-]+[\p{L}\p{N}]+)*[+#]*)/gu;

/** The tokens of a text, each once, in order. A single Han character between others of its kind stands for itself. */
export function tokensOf(text: string): string[] {
	const tokens = new Set<string>();
	for (const [, han, word] of text
		.normalize("NFKC")
		.toLowerCase()
		.matchAll(RUNS)) {
		if (word) tokens.add(word);
		if (!han) continue;
		const characters = [...han];
		if (characters.length === 1) tokens.add(han);
		for (let i = 1; i < characters.length; i++)
			tokens.add(`${characters[i - 1]}${characters[i]}`);
	}
	return [...tokens];
}
