import { z } from "zod";
import { HANDLE_PATTERN } from "#app/accounts/policy.ts";
import { ROLES } from "#app/courses/policy.ts";

export const roleSchema = z.object({
	handle: z
		.string("handleUnknown")
		// As it is read, behind an @, or as it is.
		.transform((text) => text.trim().replace(/^@/, "").toLowerCase())
		.pipe(z.string().regex(HANDLE_PATTERN, "handleUnknown")),
	role: z.enum(ROLES, "roleUnknown"),
});
