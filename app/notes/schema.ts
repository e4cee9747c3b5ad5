import { z } from "zod";
import { termFields, termIn } from "#app/glossary/schema.ts";
import { NOTE_KINDS, SHORT_FORM_MAX } from "#app/notes/policy.ts";
import { lines, number, optional, wished } from "#app/platform/fields.ts";

/** The wished state of a pin. All else matters where it is to be there, a term where it is a translation note. */
export const pinSchema = z
	.object({
		pinned: wished,
		kind: z.enum(NOTE_KINDS, "kindUnknown").optional(),
		blockId: optional(number("blockUnchosen")),
		shortForm: lines(SHORT_FORM_MAX, "shortFormLong"),
		...termFields,
	})
	.refine(({ pinned, kind }) => !pinned || kind, {
		path: ["kind"],
		message: "kindUnknown",
	})
	.transform(({ pinned, kind, blockId, shortForm, ...fields }, { issues }) => ({
		...{ pinned, kind, blockId, shortForm },
		term: pinned && kind === "term" ? termIn(fields, issues) : null,
	}));

/** That a note was found right, and what was seen: the lesson's revision, the reply's version. */
export const checkSchema = z.object({
	checked: z.literal("true", "formBroken"),
	revision: number(),
	version: number(),
});

/** The wished place of a note among those of its block, counted from 1. */
export const placeSchema = z.object({ place: number() });
