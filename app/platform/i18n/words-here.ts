import type { Words } from "#app/words/zh.ts";

/** The words that have come to this browser, in the language of its page; the rare ones only where they are needed. */
export const wordsHere = {} as Words;
