import { z } from "zod";
import { MEANING_MAX, OTHERS_MAX, WORD_MAX } from "#app/glossary/limits.ts";
import {
	hasVisibleText,
	line,
	lines,
	naming,
	number,
	within,
} from "#app/platform/forms/fields.ts";

export type TermWords = {
	source: string;
	renderings: string[];
	meaning: string;
};

const folded = (text: string) => text.replace(/\s+/g, " ").trim();

const fields = {
	source: line(WORD_MAX, "sourceEmpty", "wordLong"),
	rendering: line(WORD_MAX, "renderingEmpty", "wordLong"),
	otherRenderings: z
		.string()
		.default("")
		.transform((text) =>
			text
				.split(/[、,，;；\n]/)
				.map(folded)
				.filter(hasVisibleText),
		)
		.refine(
			(words) => words.every(within(WORD_MAX)),
			naming(WORD_MAX, "wordLong"),
		)
		.refine(
			(words) => words.length <= OTHERS_MAX,
			naming(OTHERS_MAX, "renderingsMany"),
		),
	meaning: lines(MEANING_MAX, "meaningLong").transform(folded),
};

type Fields = z.output<z.ZodObject<typeof fields>>;

const wordsOf = (given: Fields): TermWords => ({
	source: given.source,
	renderings: [...new Set([given.rendering, ...given.otherRenderings])],
	meaning: given.meaning,
});

/** `version` is the one that the edit began with. */
export const termSchema = z
	.object({ ...fields, version: number().default(1) })
	.transform(({ version, ...given }) => ({ version, words: wordsOf(given) }));

const text = z.string().default("");

/** As sent, for a form that need not carry a term. */
export const termFields = {
	source: text,
	rendering: text,
	otherRenderings: text,
	meaning: text,
};

/** Null, and what is wrong in `issues`, where they say no term. */
export function termIn(
	given: Record<keyof typeof termFields, string>,
	issues: z.core.$ZodRawIssue[],
): TermWords | null {
	const parsed = z.object(fields).safeParse(given);
	if (parsed.success) return wordsOf(parsed.data);
	for (const issue of parsed.error.issues)
		issues.push({ ...issue, code: "custom", input: given });
	return null;
}
