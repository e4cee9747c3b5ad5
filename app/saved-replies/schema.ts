import { z } from "zod";
import { BODY_MAX } from "#app/markdown/limits.ts";
import { line, number, writing } from "#app/platform/forms/fields.ts";
import { SAVED_TITLE_MAX } from "#app/saved-replies/limits.ts";
import { unknownPlaceholders } from "#app/saved-replies/placeholders.ts";

/** `version` is the one that the edit began with. */
export const savedReplySchema = z.object({
	title: line(SAVED_TITLE_MAX, "titleEmpty", "savedTitleLong"),
	body: writing(BODY_MAX, "bodyEmpty", "bodyLong").refine(
		(body) => unknownPlaceholders(body).length === 0,
		"placeholderUnknown",
	),
	version: number().default(1),
});
