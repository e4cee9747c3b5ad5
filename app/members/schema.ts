import { z } from "zod";
import { HANDLE_PATTERN, NAME_MAX } from "#app/accounts/policy.ts";
import { ROLES } from "#app/visibility/member.ts";

/** Accepts a handle with or without its @. */
const withoutAt = z
	.string("handleUnknown")
	.transform((text) => text.trim().replace(/^@/, "").toLowerCase());

export const handleSchema = withoutAt.pipe(
	z.string().regex(HANDLE_PATTERN, "handleUnknown"),
);

export const startSchema = withoutAt.pipe(
	z
		.string()
		.min(1)
		.max(NAME_MAX)
		.regex(/^\P{Cc}+$/u),
);

export const roleSchema = z.object({
	handle: handleSchema,
	role: z.enum(ROLES, "roleUnknown"),
});
