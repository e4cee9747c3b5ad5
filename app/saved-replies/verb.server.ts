import { verbs } from "#app/courses/verb.server.ts";
import { findSavedReply } from "#app/saved-replies/queries.server.ts";

/** Something done to a saved reply. */
export const savedReplyVerb = verbs(findSavedReply, ({ course }) => ({
	back: `/courses/${course.slug}/saved-replies`,
}));
