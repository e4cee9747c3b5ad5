import { verbs } from "#app/courses/verb.server.ts";
import { findReply } from "#app/replies/one-reply.server.ts";

export const replyVerb = verbs(
	(args) => findReply(args, { evenRemoved: true }),
	({ course, reply }) => ({
		back: `/courses/${course.slug}/replies/${reply.id}`,
		hash: `#reply-${reply.id}`,
	}),
);
