// Search tokens. PostgreSQL's parser takes a run of Han characters for one word, so they are made here: overlapping
// pairs of Han (kana, hangul) characters, whole words of the rest.

const RUNS =
	/([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|([\p{L}\p{N}]+(?:['’_.+#-]+[\p{L}\p{N}]+)*[+#]*)/gu;

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
