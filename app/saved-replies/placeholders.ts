/** What stands in a saved reply for whom one answers, and for the lesson that the thread belongs to. */
const PLACEHOLDERS = /\{(name|lesson)\}/g;

/** A saved reply as it goes into the text, its placeholders filled in. */
export const filledIn = (
	source: string,
	values: Record<"name" | "lesson", string>,
) => source.replace(PLACEHOLDERS, (_, key: keyof typeof values) => values[key]);

/** Formulas and code, where braces are their own. */
const LITERAL =
	/```[\s\S]*?```|``[\s\S]*?``|`[^`]*`|\$\$[\s\S]*?\$\$|\$[^$]*\$/g;
const BRACED = /[{｛]\s*\p{L}[\p{L}\p{N}_ -]{0,30}[}｝]/gu;

/** What stands in a text like a placeholder and is none, each once. */
export const unknownPlaceholders = (source: string): string[] => {
	const rest = source.replace(LITERAL, " ").replace(PLACEHOLDERS, " ");
	return [...new Set(rest.match(BRACED))];
};
