import { z } from "zod";
import { TITLE_MAX } from "#app/courses/policy.ts";
import { BODY_MAX } from "#app/markdown/limits.ts";
import {
	line,
	number,
	optional,
	optionalWriting,
	ticked,
	wished,
	writing,
} from "#app/platform/forms/fields.ts";

export const body = writing(BODY_MAX, "bodyEmpty", "bodyLong");

export const submissionId = z.uuid("formBroken");

const title = line(TITLE_MAX, "titleEmpty", "titleLong");

const questionBody = optionalWriting(BODY_MAX, "bodyLong");

const started = {
	lesson: optional(number("lessonUnknown")),
	title,
	submissionId,
};

export const threadSchema = z.discriminatedUnion(
	"kind",
	[
		z.object({
			...started,
			kind: z.literal("question"),
			body: questionBody,
			isPrivate: ticked,
			isAnonymous: ticked,
			blockId: optional(number("formBroken")),
			start: z.coerce.number().int().min(0).catch(0),
			quote: z.string().catch(""),
		}),
		z.object({ ...started, kind: z.enum(["topic", "announcement"]), body }),
	],
	"kindUnknown",
);

/** Whether there must be a text is asked of the thread's kind. */
export const editThreadSchema = z.object({
	title,
	body: questionBody,
	version: number(),
});

export const titleSchema = z.object({ title });

export const lockSchema = z.object({ locked: wished });
