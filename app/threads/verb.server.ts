import { verbs } from "#app/courses/verb.server.ts";
import * as paths from "#app/paths.ts";
import { findThread } from "#app/threads/queries.server.ts";

export const threadVerb = verbs(
	(args) => findThread(args, { evenRemoved: true }),
	({ course, thread }) => ({
		back: paths.thread(course.slug, thread.number),
	}),
);
