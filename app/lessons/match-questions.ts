/**
 * Which thinking question keeps its thread: one with the same text, wherever it stands; where the number of questions
 * is unchanged, also the one in the same place. Returns, for each text, the old question or null (a new thread).
 */
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
