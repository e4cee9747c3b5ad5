import { z } from "zod";
import { termFields, termIn } from "#app/glossary/schema.ts";
import { NOTE_KINDS, SHORT_FORM_MAX } from "#app/notes/limits.ts";
import { lines, number, optional, wished } from "#app/platform/forms/fields.ts";
import { body, submissionId } from "#app/threads/schema.ts";

/** The other fields count only for a pin, `term` only for a translation note, which says one. */
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

export const ownNoteSchema = z
	.object({
		body,
		submissionId,
		kind: z.enum(NOTE_KINDS, "kindUnknown"),
		...termFields,
	})
	.transform(({ body, submissionId, kind, ...fields }, { issues }) => ({
		...{ body, submissionId, kind },
		term: kind === "term" ? termIn(fields, issues) : null,
	}));

/** With the revision and version that were seen. */
export const checkSchema = z.object({
	checked: z.literal("true", "formBroken"),
	revision: number(),
	version: number(),
});

export const placeSchema = z.object({ place: number() });
