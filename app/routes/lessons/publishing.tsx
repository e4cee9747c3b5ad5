import { canEditLessons } from "#app/courses/policy.ts";
import { publishingSchema } from "#app/courses/schema.ts";
import { publishLesson } from "#app/lessons/publishing.server.ts";
import { lessonVerb } from "#app/lessons/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = lessonVerb({
	schema: publishingSchema,
	can: ({ by }) => canEditLessons(by),
	act: ({ by, course, lesson }, { wish }) =>
		publishLesson(lesson, wish, { by, course }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
