import { verbs } from "#app/courses/verb.server.ts";
import { findLesson } from "#app/lessons/queries.server.ts";

export const lessonVerb = verbs(findLesson, ({ course, lesson }) => ({
	back: `/courses/${course.slug}/lessons/${lesson.number}`,
}));
