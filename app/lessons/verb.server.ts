import { verbs } from "#app/courses/verb.server.ts";
import { findLesson } from "#app/lessons/queries.server.ts";
import * as paths from "#app/paths.ts";

export const lessonVerb = verbs(findLesson, ({ course, lesson }) => ({
	back: paths.lesson(course.slug, lesson.number),
}));
