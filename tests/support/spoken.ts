type Spoken = { at: string; text: string };

/** Every text inside a value, with its place; functions are called with each of the samples. */
export function textsIn(
	value: unknown,
	samples: unknown[] = [],
	at = "",
): Spoken[] {
	if (typeof value === "string") return [{ at, text: value }];
	if (typeof value === "function")
		return samples.flatMap((sample) =>
			textsIn(value(sample, sample), samples, `${at}(${sample})`),
		);
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		textsIn(inner, samples, at ? `${at}.${key}` : key),
	);
}
