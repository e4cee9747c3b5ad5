import { z } from "zod";
import { line, number, optional, wished } from "#app/platform/forms/fields.ts";
import { body, submissionId } from "#app/threads/schema.ts";

const position = optional(z.string());

export const replySchema = z.object({
	body,
	parentId: optional(number()),
	position,
	submissionId,
});

export const editSchema = z.object({ body, position, version: number() });

export const acceptanceSchema = z.object({ accepted: wished });
export const endorsementSchema = z.object({ endorsed: wished });

const SENTENCE_MAX = 300;

export const wordSchema = z.discriminatedUnion(
	"kind",
	[
		z.object({
			kind: z.enum(["caveat", "wrong"]),
			text: line(SENTENCE_MAX, "sentenceEmpty", "sentenceLong"),
		}),
		z.object({
			kind: z.literal("").transform(() => null),
			text: z.string().catch(""),
		}),
	],
	"formBroken",
);
