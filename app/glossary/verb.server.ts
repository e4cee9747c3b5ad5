import { verbs } from "#app/courses/verb.server.ts";
import { findTerm } from "#app/glossary/queries.server.ts";
import * as paths from "#app/paths.ts";

export const termVerb = verbs(findTerm, ({ course, term }) => ({
	back: paths.glossary(course.slug),
	hash: `#term-${term.id}`,
}));
