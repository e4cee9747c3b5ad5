import { z } from "zod";
import { line, number, writing } from "#app/platform/fields.ts";
import { SAVED_TITLE_MAX } from "#app/saved-replies/policy.ts";
import { BODY_MAX } from "#app/threads/policy.ts";

/** A saved reply, and the version that its edit began with. */
export const savedReplySchema = z.object({
	title: line(SAVED_TITLE_MAX, "titleEmpty", "savedTitleLong"),
	body: writing(BODY_MAX, "bodyEmpty", "bodyLong"),
	version: number().default(1),
});
