import { z } from "zod";
import { number, optional } from "#app/platform/fields.ts";
import { body, submissionId } from "#app/threads/schema.ts";

export const replySchema = z.object({
	body,
	parentId: optional(number()),
	submissionId,
});

/** An edit says which version it started from. */
export const editSchema = z.object({ body, version: number() });
