import { z } from "zod";
import { isShown } from "#app/platform/fields.ts";

/** Any previewed form; its other fields go along unread. */
export const previewSchema = z.looseObject({
	body: z.string("bodyEmpty").refine(isShown, "bodyEmpty"),
	flavour: z.enum(["reply", "lesson"], "formBroken").default("reply"),
	to: z.string().default("/"),
});
