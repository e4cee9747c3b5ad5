import { verbs } from "#app/courses/verb.server.ts";
import { findThread } from "#app/threads/queries.server.ts";

export const threadVerb = verbs(
	(args) => findThread(args, { evenRemoved: true }),
	({ course, thread }) => ({
		back: `/courses/${course.slug}/threads/${thread.number}`,
	}),
);
