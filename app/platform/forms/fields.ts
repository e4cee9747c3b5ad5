import { z } from "zod";
import type { ErrorKey, Fault } from "#app/platform/forms/failure.ts";

/* Messages are keys of `words.errors`; lengths are code points. */

/** For `refine`: the sentence names the limit. */
export const naming = (limit: number, message: ErrorKey) => ({
	message,
	params: { limit },
});

export function faultOf(issue: z.core.$ZodIssue): Fault {
	const key = issue.message as ErrorKey;
	const limit = issue.code === "custom" ? issue.params?.limit : undefined;
	return limit === undefined ? key : [key, limit];
}

export const within = (max: number) => (text: string) =>
	text.length <= max || (text.length <= 2 * max && [...text].length <= max);

const SHOWN =
	/[^\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

export const hasVisibleText = (text: string) => SHOWN.test(text);

export const line = (max: number, empty: ErrorKey, long: ErrorKey) =>
	z
		.string(empty)
		.transform((text) => text.replace(/\s+/g, " ").trim())
		.pipe(
			z
				.string()
				.refine(hasVisibleText, empty)
				.refine(within(max), naming(max, long)),
		);

export const lines = (max: number, long: ErrorKey) =>
	z
		.string()
		.default("")
		.transform((text) => (hasVisibleText(text) ? text.trim() : ""))
		.refine(within(max), naming(max, long));

export const writing = (max: number, empty: ErrorKey, long: ErrorKey) =>
	z
		.string(empty)
		.refine(hasVisibleText, empty)
		.refine(within(max), naming(max, long));

/** Kept as written; "" where nothing would be seen. */
export const optionalWriting = (max: number, long: ErrorKey) =>
	z
		.string()
		.default("")
		.transform((text) => (hasVisibleText(text) ? text : ""))
		.refine(within(max), naming(max, long));

export const number = (wrong: ErrorKey = "formBroken") =>
	z
		.string(wrong)
		.regex(/^[1-9]\d{0,8}$/, wrong)
		.transform(Number);

export const optional = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess((value) => value || null, schema.nullable());

export const ticked = z.preprocess((value) => value === "on", z.boolean());

/** The wished state: sent twice it changes nothing more. */
export const wished = z
	.enum(["true", "false"], "formBroken")
	.transform((value) => value === "true");

export const removalSchema = z.object({ removed: wished });
