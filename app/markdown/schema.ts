import { z } from "zod";

export const previewSchema = z.looseObject({
	body: z.string("bodyEmpty"),
	flavour: z.enum(["reply", "lesson"], "formBroken").default("reply"),
	to: z.string().default("/"),
});
