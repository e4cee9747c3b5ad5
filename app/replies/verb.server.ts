import { verbs } from "#app/courses/verb.server.ts";
import * as paths from "#app/paths.ts";
import { findReply } from "#app/replies/one-reply.server.ts";

export const replyVerb = verbs(
	(args) => findReply(args, { evenRemoved: true }),
	({ course, reply }) => ({
		back: paths.reply(course.slug, reply.id),
		hash: `#reply-${reply.id}`,
	}),
);
