import type { Failure } from "#app/platform/forms/failure.ts";
import * as editRoute from "#app/routes/lessons/edit.tsx";
import * as newRoute from "#app/routes/lessons/new.tsx";
import { ask, inCourse } from "#tests/support/requests.ts";

export const SOURCE = "开头一段。\n\n## 两种译法\n\n中间一段。\n\n末尾一段。";

const BLANK = { title: "涌现", body: SOURCE, questions: "" };

/** Sends the form for a new lesson. */
export const sendNewLesson = (
	by: { id: number },
	form: Record<string, string> = {},
) =>
	ask<Failure>(newRoute.action, {
		by,
		...inCourse("/lessons/new"),
		form: { ...BLANK, ...form },
	});

/** Sends the form for an edit of lesson 1. */
export const sendLessonEdit = (
	by: { id: number },
	form: Record<string, string>,
) =>
	ask<Failure>(editRoute.action, {
		by,
		path: "/courses/course/lessons/1/edit",
		params: { course: "course", number: "1" },
		form: { ...BLANK, ...form },
	});
