import { z } from "zod";
import { TITLE_MAX } from "#app/courses/policy.ts";
import {
	LESSON_MAX,
	QUESTION_MAX,
	QUESTIONS_MAX,
} from "#app/lessons/limits.ts";
import {
	hasVisibleText,
	line,
	naming,
	number,
	ticked,
	within,
	writing,
} from "#app/platform/forms/fields.ts";

const questions = z
	.string()
	.default("")
	.transform((text) =>
		text
			.split("\n")
			.map((question) => question.trim())
			.filter(hasVisibleText),
	)
	.refine(
		(all) => all.length <= QUESTIONS_MAX,
		naming(QUESTIONS_MAX, "questionsMany"),
	)
	.refine(
		(all) => all.every(within(QUESTION_MAX)),
		naming(QUESTION_MAX, "questionLong"),
	);

export const lessonSchema = z.object({
	title: line(TITLE_MAX, "titleEmpty", "titleLong"),
	body: writing(LESSON_MAX, "bodyEmpty", "lessonLong"),
	questions,
});

export const newLessonSchema = lessonSchema.extend({ isDraft: ticked });

/** `version` is the revision that the edit started from. */
export const editLessonSchema = lessonSchema.extend({ version: number() });

/** Adjacent lessons in the wished order. */
export const orderSchema = z.object({
	order: z
		.string("formBroken")
		.regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8})*$/, "formBroken")
		.transform((text) => text.split(",").map(Number)),
});
