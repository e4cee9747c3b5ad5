/** Characters of a thinking question, and how many a lesson may ask. */
export const QUESTION_MAX = 2_000;
export const QUESTIONS_MAX = 20;
/** Characters of a lesson's Markdown. */
export const LESSON_MAX = 500_000;
