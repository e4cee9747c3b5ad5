import { z } from "zod";

/** A form field that carries the wished state of something: "true" or "false". */
export const wished = z
	.enum(["true", "false"], "formBroken")
	.transform((value) => value === "true");
