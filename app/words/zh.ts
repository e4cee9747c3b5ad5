import { base } from "#app/words/zh/base.ts";
import { rare } from "#app/words/zh/rare.ts";

/** Everything the interface says in Chinese. The shape is what every language must fill. */
export const zh = { ...base, ...rare };

export type Words = typeof zh;
