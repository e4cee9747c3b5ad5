import { z } from "zod";
import { isShown } from "#app/platform/fields.ts";

export const previewSchema = z.looseObject({
	body: z.string("bodyEmpty").refine(isShown, "bodyEmpty"),
	flavour: z.enum(["reply", "lesson"], "formBroken").default("reply"),
	to: z.string().default("/"),
});
