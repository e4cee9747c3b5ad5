import { z } from "zod";

/** 1 casts the vote, 0 withdraws it. */
export const voteSchema = z.object({
	value: z.enum(["1", "0"], "formBroken").transform((value) => value === "1"),
});
