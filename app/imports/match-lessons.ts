type Known = { title: string; importedNumber: number | null };
type Source = { title: string; position: number | null };

/** By imported number, else by title. Null: none; "unclear": one of several. */
export function matchLessons<Lesson extends Known>(
	known: readonly Lesson[],
	sources: readonly Source[],
): (Lesson | "unclear" | null)[] {
	const byNumber = sources.map(({ position }) =>
		position === null
			? undefined
			: known.find(({ importedNumber }) => importedNumber === position),
	);
	const taken = new Set(byNumber);
	const unnumbered = new Set<string>();
	return sources.map(({ title, position }, i) => {
		const numbered = byNumber[i];
		if (numbered) return numbered;
		// The next import could not tell two unnumbered sources of one title apart.
		if (position === null && unnumbered.has(title)) return "unclear";
		if (position === null) unnumbered.add(title);
		const titled = known.filter(
			(lesson) => lesson.title === title && !taken.has(lesson),
		);
		if (titled.length > 1) return "unclear";
		taken.add(titled[0]);
		return titled[0] ?? null;
	});
}
