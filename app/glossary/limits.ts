/** Characters. */
export const WORD_MAX = 60;

/** Characters. */
export const MEANING_MAX = 300;

export const OTHERS_MAX = 12;

/** Per term; the others are only counted. */
export const LESSONS_SHOWN = 3;
