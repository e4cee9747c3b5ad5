import { z } from "zod";
import { TITLE_MAX } from "#app/courses/policy.ts";
import { BODY_MAX } from "#app/markdown/limits.ts";
import {
	line,
	number,
	optional,
	ticked,
	wished,
	writing,
} from "#app/platform/forms/fields.ts";
import { STARTED_KINDS } from "#app/threads/kinds.ts";

export const body = writing(BODY_MAX, "bodyEmpty", "bodyLong");

export const submissionId = z.uuid("formBroken");

const title = line(TITLE_MAX, "titleEmpty", "titleLong");

export const threadSchema = z.object({
	kind: z.enum(STARTED_KINDS, "kindUnknown"),
	lesson: optional(number("lessonUnknown")),
	title,
	body,
	submissionId,
	isPrivate: ticked,
	isAnonymous: ticked,
	blockId: optional(number("formBroken")),
	start: z.coerce.number().int().min(0).catch(0),
	quote: z.string().catch(""),
});

export const editThreadSchema = z.object({ title, body, version: number() });

export const titleSchema = z.object({ title });

export const lockSchema = z.object({ locked: wished });
