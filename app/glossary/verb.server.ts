import { verbs } from "#app/courses/verb.server.ts";
import { findTerm } from "#app/glossary/queries.server.ts";

export const termVerb = verbs(findTerm, ({ course, term }) => ({
	back: `/courses/${course.slug}/glossary`,
	hash: `#term-${term.id}`,
}));
