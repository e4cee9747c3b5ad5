import type { Language } from "#app/platform/language.ts";
import { en } from "#app/words/en.ts";
import type { Words } from "#app/words/zh.ts";
import { zh } from "#app/words/zh.ts";

const all: Record<Language, Words> = { zh, en };

export const wordsIn = (language: Language): Words => all[language];
