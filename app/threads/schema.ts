import { z } from "zod";
import { TITLE_MAX } from "#app/lessons/limits.ts";
import { line, number, optional, wished } from "#app/platform/fields.ts";
import { body, submissionId } from "#app/replies/schema.ts";
import { STARTED_KINDS } from "#app/threads/policy.ts";

const title = line(TITLE_MAX, "titleEmpty", "titleLong");

export const threadSchema = z.object({
	kind: z.enum(STARTED_KINDS, "kindUnknown"),
	/** The number of a lesson. */
	lesson: optional(number("lessonUnknown")),
	title,
	body,
	submissionId,
});

export const editThreadSchema = z.object({ title, body, version: number() });

export const lockSchema = z.object({ locked: wished });
