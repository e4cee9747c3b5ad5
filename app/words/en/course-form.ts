import type { Words } from "#app/words/zh.ts";

export const courseForm: Words["courseForm"] = {
	name: "Name of the course",
	slug: "Address",
	slugHint:
		"Lower-case letters, digits and hyphens, such as llm-ten-lectures. It does not change later.",
	description: "About it",
	create: "Create the course",
};
