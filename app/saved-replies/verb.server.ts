import { verbs } from "#app/courses/verb.server.ts";
import * as paths from "#app/paths.ts";
import { findSavedReply } from "#app/saved-replies/queries.server.ts";

export const savedReplyVerb = verbs(findSavedReply, ({ course }) => ({
	back: paths.savedReplies(course.slug),
}));
