import { base } from "#app/words/en/base.ts";
import { plainPages } from "#app/words/en/plain-pages.ts";
import { rare } from "#app/words/en/rare.ts";
import type { Words } from "#app/words/zh.ts";

export const en: Words = { ...base, ...rare, plainPages };
