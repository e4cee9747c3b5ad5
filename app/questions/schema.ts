import { z } from "zod";
import { wished } from "#app/platform/forms/fields.ts";

export const solutionSchema = z.object({
	solved: z.literal("true", "formBroken"),
});
export const proposalSchema = z.object({ proposed: wished });
export const publicationSchema = z.object({ published: wished });
export const claimSchema = z.object({ claimed: wished });
export const demotionSchema = z.object({
	promoted: z.literal("false", "formBroken"),
});
export const askingSchema = z.object({ isQuestion: wished });
/** Only unsettles: questions are settled on the answer's page. */
export const unsettlingSchema = z.object({
	settled: z.literal("false", "formBroken"),
});
/** Fields named "question-NUMBER". */
export const settlementSchema = z
	.looseObject({})
	.transform((fields) =>
		Object.keys(fields).flatMap((name) => {
			const number = /^question-([1-9]\d{0,8})$/.exec(name)?.[1];
			return number ? [Number(number)] : [];
		}),
	)
	.refine((numbers) => numbers.length > 0, "nothingTicked");
