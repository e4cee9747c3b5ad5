type Span = { start: number; end: number };

function codeSpans(text: string): Span[] {
	const runs = Array.from(text.matchAll(/`+/gu), ({ index, 0: run }) => ({
		start: index,
		length: run.length,
	}));
	const closing = new Map<number, number>();
	const next = runs
		.toReversed()
		.map((run, index) => {
			const partner = closing.get(run.length);
			closing.set(run.length, runs.length - 1 - index);
			return partner;
		})
		.toReversed();
	const spans: Span[] = [];
	for (let index = 0; index < runs.length; index++) {
		const partner = next[index];
		const [open, close] = [runs[index], runs[partner ?? -1]];
		if (partner === undefined || !open || !close) continue;
		spans.push({ start: open.start, end: close.start + close.length });
		index = partner;
	}
	return spans;
}

/** Replaces each match that does not begin in a line's code; `to` may leave it. */
export function replaceOutsideCode(
	text: string,
	pattern: RegExp,
	to: (match: string, ...groups: (string | undefined)[]) => string | undefined,
): string {
	const spans = codeSpans(text);
	let next = 0;
	return text.replaceAll(pattern, (match: string, ...rest: unknown[]) => {
		const at = rest.findIndex((value) => typeof value === "number");
		const start = Number(rest[at]);
		while ((spans[next]?.end ?? start + 1) <= start) next++;
		if ((spans[next]?.start ?? start) < start) return match;
		return to(match, ...(rest.slice(0, at) as string[])) ?? match;
	});
}
