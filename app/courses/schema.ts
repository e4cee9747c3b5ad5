import { z } from "zod";
import { HANDLE_PATTERN } from "#app/accounts/policy.ts";
import { ROLES } from "#app/courses/policy.ts";

const TITLE_MAX = 200;
const DESCRIPTION_MAX = 2_000;
const SLUG_PATTERN = /^[a-z0-9][a-z0-9-]{0,59}$/;
/** Words that stand where a slug would, at addresses that are no course's. */
const RESERVED_SLUGS = ["new"];

const codePoints = (text: string) => [...text].length;

/** A course's place in the address, given once. */
export const slug = z
	.string("slugWrong")
	.transform((text) => text.trim().toLowerCase())
	.pipe(
		z
			.string()
			.regex(SLUG_PATTERN, "slugWrong")
			.refine((text) => !RESERVED_SLUGS.includes(text), "slugTaken"),
	);

export const editCourseSchema = z.object({
	title: z
		.string("titleEmpty")
		.transform((text) => text.replace(/\s+/g, " ").trim())
		.pipe(
			z
				.string()
				.min(1, "titleEmpty")
				.refine((text) => codePoints(text) <= TITLE_MAX, "titleLong"),
		),
	description: z
		.string("descriptionLong")
		.transform((text) => text.trim())
		.refine((text) => codePoints(text) <= DESCRIPTION_MAX, "descriptionLong"),
});

export const courseSchema = editCourseSchema.extend({ slug });

export const roleSchema = z.object({
	handle: z
		.string("handleUnknown")
		.transform((text) => text.trim().toLowerCase())
		.pipe(z.string().regex(HANDLE_PATTERN, "handleUnknown")),
	role: z.enum(ROLES, "roleUnknown"),
});
