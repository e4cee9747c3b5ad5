import { z } from "zod";
import type { ErrorKey } from "#app/platform/failure.ts";

/*
 * The kinds of fields that forms are made of. Messages are keys of `words.errors`; lengths are characters, that is code
 * points.
 */

/** True where a text has at most `max` characters, of which each takes one or two places. */
export const within = (max: number) => (text: string) =>
	text.length <= max || (text.length <= 2 * max && [...text].length <= max);

const SHOWN =
	/[^\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** True where a text holds something to see: not blanks, controls and fillers alone. */
export const isShown = (text: string) => SHOWN.test(text);

/** One line: blanks folded, ends cut, 1 to `max` characters. */
export const line = (max: number, empty: ErrorKey, long: ErrorKey) =>
	z
		.string(empty)
		.transform((text) => text.replace(/\s+/g, " ").trim())
		.pipe(z.string().refine(isShown, empty).refine(within(max), long));

/** Several lines that may be none: ends cut, at most `max` characters. */
export const lines = (max: number, long: ErrorKey) =>
	z
		.string()
		.default("")
		.transform((text) => (isShown(text) ? text.trim() : ""))
		.refine(within(max), long);

/** A text as it was written, not blank, at most `max` characters. */
export const writing = (max: number, empty: ErrorKey, long: ErrorKey) =>
	z.string(empty).refine(isShown, empty).refine(within(max), long);

/** A positive integer that the database can hold. */
export const number = (wrong: ErrorKey = "formBroken") =>
	z
		.string(wrong)
		.regex(/^[1-9]\d{0,8}$/, wrong)
		.transform(Number);

/** What may be left out: absent or empty is null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => value || null, schema.nullable());

/** A box that is ticked or not. */
export const ticked = z.preprocess((value) => value === "on", z.boolean());

/** The wished state of something: "true" or "false". */
export const wished = z
	.enum(["true", "false"], "formBroken")
	.transform((value) => value === "true");

/** The form of a verb that removes or restores. */
export const removalSchema = z.object({ removed: wished });
