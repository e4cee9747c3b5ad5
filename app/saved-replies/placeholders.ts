/** For whom one answers, and the thread's lesson. */
const PLACEHOLDERS = /\{(name|lesson)\}/g;

export const filledIn = (
	source: string,
	values: Record<"name" | "lesson", string>,
) => source.replace(PLACEHOLDERS, (_, key: keyof typeof values) => values[key]);

/** In formulas and code, braces are literal. */
const LITERAL =
	/```[\s\S]*?```|``[\s\S]*?``|`[^`]*`|\$\$[\s\S]*?\$\$|\$[^$]*\$/g;
const BRACED = /[{｛]\s*\p{L}[\p{L}\p{N}_ -]{0,30}[}｝]/gu;

export const unknownPlaceholders = (source: string): string[] => {
	const rest = source.replace(LITERAL, " ").replace(PLACEHOLDERS, " ");
	return [...new Set(rest.match(BRACED))];
};
