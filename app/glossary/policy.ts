import { isStaff, type Member } from "#app/courses/policy.ts";

/** Characters of a source word or a rendering. */
export const WORD_MAX = 60;

/** Characters of the line that says what a term means. */
export const MEANING_MAX = 300;

/** Renderings of a term beside the preferred one. */
export const OTHERS_MAX = 12;

/** Lessons of a term that the glossary leads to; of more it says how many there are. */
export const LESSONS_SHOWN = 3;

export const canEditGlossary = (by: Member) => isStaff(by.role);
