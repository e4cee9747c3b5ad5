import { z } from "zod";
import { BODY_MAX } from "#app/replies/policy.ts";

const codePoints = (text: string) => [...text].length;

export const body = z
	.string("bodyEmpty")
	.refine((text) => text.trim() !== "", "bodyEmpty")
	.refine((text) => codePoints(text) <= BODY_MAX, "bodyLong");

export const submissionId = z.uuid("formBroken");

/** An id that a form carries; absent or empty is null. */
export const optionalId = z.preprocess(
	(value) => value || null,
	z
		.string()
		.regex(/^[1-9]\d{0,8}$/, "formBroken")
		.transform(Number)
		.nullable(),
);

export const version = z
	.string("formBroken")
	.regex(/^[1-9]\d{0,8}$/, "formBroken")
	.transform(Number);

export const replySchema = z.object({
	body,
	parentId: optionalId,
	submissionId,
});

export const editSchema = z.object({ body, version });
