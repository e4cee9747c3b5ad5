import { z } from "zod";
import { number, optional, wished } from "#app/platform/fields.ts";
import { body, submissionId } from "#app/threads/schema.ts";

export const replySchema = z.object({
	body,
	parentId: optional(number()),
	submissionId,
});

/** An edit says which version it started from. */
export const editSchema = z.object({ body, version: number() });

export const acceptanceSchema = z.object({ accepted: wished });
export const endorsementSchema = z.object({ endorsed: wished });
