/** Of the list of questions; the first is the usual one. */
export const QUESTION_ORDERS = ["wanted", "place"] as const;
export type QuestionOrder = (typeof QUESTION_ORDERS)[number];
