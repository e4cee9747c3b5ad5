import type { Words } from "#app/words/zh.ts";

/** The words loaded in this browser; rare ones come with the pages that need them. */
export const wordsHere = {} as Words;
