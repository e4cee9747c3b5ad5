/** Characters of a question, and questions of a lesson. */
export const QUESTION_MAX = 2_000;
export const QUESTIONS_MAX = 20;
export const LESSON_MAX = 500_000;
