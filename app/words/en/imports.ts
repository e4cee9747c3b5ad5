import type { Words } from "#app/words/zh.ts";

export const imports: Words["imports"] = {
	title: "Import lessons",
};
