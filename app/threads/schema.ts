import { z } from "zod";
import { TITLE_MAX } from "#app/lessons/limits.ts";
import { body, submissionId, version } from "#app/replies/schema.ts";
import { STARTED_KINDS } from "#app/threads/policy.ts";

/** A title: one line, blanks at its ends cut. */
export const title = z
	.string("titleEmpty")
	.transform((text) => text.replace(/\s+/g, " ").trim())
	.pipe(
		z
			.string()
			.min(1, "titleEmpty")
			.refine((text) => [...text].length <= TITLE_MAX, "titleLong"),
	);

export const threadSchema = z.object({
	kind: z.enum(STARTED_KINDS, "kindUnknown"),
	/** The number of a lesson; empty for none. */
	lesson: z.preprocess(
		(value) => value || null,
		z
			.string()
			.regex(/^[1-9]\d{0,8}$/, "lessonUnknown")
			.transform(Number)
			.nullable(),
	),
	title,
	body,
	submissionId,
});

export const editThreadSchema = z.object({ title, body, version });
