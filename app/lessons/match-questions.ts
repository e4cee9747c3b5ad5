/** For each text the old question with the same text or, in an equally long list, at the same place; else null. */
export function matchQuestions<Old extends { title: string }>(
	old: readonly Old[],
	texts: readonly string[],
): (Old | null)[] {
	const left = new Set(old);
	const matched = texts.map((text) => {
		const same = [...left].find(({ title }) => title === text) ?? null;
		if (same) left.delete(same);
		return same;
	});
	if (old.length !== texts.length) return matched;
	return matched.map((same, i) => {
		const inPlace = old[i];
		if (same || !inPlace || !left.has(inPlace)) return same;
		left.delete(inPlace);
		return inPlace;
	});
}
