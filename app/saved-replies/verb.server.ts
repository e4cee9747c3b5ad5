import { verbs } from "#app/courses/verb.server.ts";
import { findSavedReply } from "#app/saved-replies/queries.server.ts";

export const savedReplyVerb = verbs(findSavedReply, ({ course }) => ({
	back: `/courses/${course.slug}/saved-replies`,
}));
