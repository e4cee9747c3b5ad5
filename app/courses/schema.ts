import { z } from "zod";
import { TITLE_MAX } from "#app/courses/policy.ts";
import { line, lines } from "#app/platform/forms/fields.ts";

const DESCRIPTION_MAX = 2_000;
const SLUG_PATTERN = /^[a-z0-9][a-z0-9-]{0,59}$/;
/** Addresses below /courses that belong to no course. */
const RESERVED_SLUGS = ["new"];

const slug = z
	.string("slugWrong")
	.transform((text) => text.trim().toLowerCase())
	.pipe(
		z
			.string()
			.regex(SLUG_PATTERN, "slugWrong")
			.refine((text) => !RESERVED_SLUGS.includes(text), "slugTaken"),
	);

export const editCourseSchema = z.object({
	title: line(TITLE_MAX, "titleEmpty", "titleLong"),
	description: lines(DESCRIPTION_MAX, "descriptionLong"),
});

const PUBLISHING_ACTS = ["show", "hide", "remove", "restore"] as const;
export type PublishingAct = (typeof PUBLISHING_ACTS)[number];

export const publishingSchema = z.object({
	wish: z.enum(PUBLISHING_ACTS, "formBroken"),
});

export const courseSchema = editCourseSchema.extend({ slug });
