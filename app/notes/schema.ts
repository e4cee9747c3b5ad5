import { z } from "zod";
import { NOTE_KINDS, SHORT_FORM_MAX } from "#app/notes/policy.ts";
import { lines, number, optional, wished } from "#app/platform/fields.ts";

/** The wished state of a pin. Kind, block and short form matter where it is to be there. */
export const pinSchema = z
	.object({
		pinned: wished,
		kind: z.enum(NOTE_KINDS, "kindUnknown").optional(),
		blockId: optional(number()),
		shortForm: lines(SHORT_FORM_MAX, "shortFormLong"),
	})
	.refine(({ pinned, kind }) => !pinned || kind, {
		path: ["kind"],
		message: "kindUnknown",
	});
