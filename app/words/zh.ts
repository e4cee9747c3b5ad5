import { base } from "#app/words/zh/base.ts";
import { plainPages } from "#app/words/zh/plain-pages.ts";
import { rare } from "#app/words/zh/rare.ts";

/** Its shape is what every language must fill. */
export const zh = { ...base, ...rare, plainPages };

export type Words = typeof zh;

declare module "#app/platform/forms/failure.ts" {
	interface FieldSentences extends Record<keyof Words["errors"], true> {}
}
