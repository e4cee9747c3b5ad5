import { z } from "zod";
import { wished } from "#app/platform/fields.ts";

export const solutionSchema = z.object({
	solved: z.literal("true", "formBroken"),
});
export const proposalSchema = z.object({
	proposed: z.literal("true", "formBroken"),
});
export const publicationSchema = z.object({ published: wished });
