import { z } from "zod";
import { hasVisibleText } from "#app/platform/forms/fields.ts";

export const previewSchema = z.looseObject({
	body: z.string("bodyEmpty").refine(hasVisibleText, "bodyEmpty"),
	flavour: z.enum(["reply", "lesson"], "formBroken").default("reply"),
	to: z.string().default("/"),
});
