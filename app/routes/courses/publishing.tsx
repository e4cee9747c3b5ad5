import { canEditCourse } from "#app/courses/policy.ts";
import { publishCourse } from "#app/courses/publishing.server.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { publishingSchema } from "#app/courses/schema.ts";
import { verbs } from "#app/courses/verb.server.ts";
import * as paths from "#app/paths.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = verbs(findCourse, ({ course }) => ({
	back: paths.course(course.slug),
}))({
	schema: publishingSchema,
	can: ({ by }) => canEditCourse(by),
	act: ({ by, course }, { wish }) => publishCourse(course, wish, { by }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
