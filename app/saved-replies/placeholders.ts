/** What stands in a saved reply for whom one answers, and for the lesson that the thread belongs to. */
const PLACEHOLDERS = /\{(name|lesson)\}/g;

/** A saved reply as it goes into the text, its placeholders filled in. */
export const filledIn = (
	source: string,
	values: Record<"name" | "lesson", string>,
) => source.replace(PLACEHOLDERS, (_, key: keyof typeof values) => values[key]);
