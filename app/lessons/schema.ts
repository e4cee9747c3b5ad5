import { z } from "zod";
import {
	LESSON_MAX,
	QUESTION_MAX,
	QUESTIONS_MAX,
	TITLE_MAX,
} from "#app/lessons/limits.ts";

const codePoints = (text: string) => [...text].length;

/** One question a line. */
const questions = z
	.string()
	.default("")
	.transform((text) =>
		text
			.split("\n")
			.map((line) => line.trim())
			.filter(Boolean),
	)
	.refine((lines) => lines.length <= QUESTIONS_MAX, "questionsMany")
	.refine(
		(lines) => lines.every((line) => codePoints(line) <= QUESTION_MAX),
		"questionLong",
	);

export const lessonSchema = z.object({
	title: z
		.string("titleEmpty")
		.transform((text) => text.replace(/\s+/g, " ").trim())
		.pipe(
			z
				.string()
				.min(1, "titleEmpty")
				.refine((text) => codePoints(text) <= TITLE_MAX, "titleLong"),
		),
	body: z
		.string("bodyEmpty")
		.refine((text) => text.trim() !== "", "bodyEmpty")
		.refine((text) => codePoints(text) <= LESSON_MAX, "lessonLong"),
	questions,
});

/** An edit says which revision it started from. */
export const editLessonSchema = lessonSchema.extend({
	revision: z
		.string("formBroken")
		.regex(/^[1-9]\d{0,8}$/, "formBroken")
		.transform(Number),
});
