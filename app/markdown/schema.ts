import { z } from "zod";

/** Whatever form is previewed: its text, what it will be, and where it is sent afterwards. Other fields go along unread. */
export const previewSchema = z.looseObject({
	body: z.string("bodyEmpty").refine((text) => text.trim() !== "", "bodyEmpty"),
	flavour: z.enum(["reply", "lesson"], "formBroken").default("reply"),
	to: z.string().default("/"),
});
