import { z } from "zod";

export const voteSchema = z.object({
	value: z.enum(["1", "0"], "formBroken").transform((value) => value === "1"),
});
