import { z } from "zod";
import { number, optional, writing } from "#app/platform/fields.ts";
import { BODY_MAX } from "#app/replies/policy.ts";

export const body = writing(BODY_MAX, "bodyEmpty", "bodyLong");

export const submissionId = z.uuid("formBroken");

export const replySchema = z.object({
	body,
	parentId: optional(number()),
	submissionId,
});

/** An edit says which version it started from. */
export const editSchema = z.object({ body, version: number() });
