import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer, signedIn } from "#app/accounts/guard.server.ts";
import { allow } from "#app/courses/allowed.server.ts";
import * as paths from "#app/paths.ts";
import { findReply } from "#app/replies/one-reply.server.ts";
import { canVoteReply } from "#app/replies/policy.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { voteReply } from "#app/votes/commands.server.ts";
import { answerVote } from "#app/votes/vote-action.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	await requireViewer(args);
	const { course, reply } = await findReply(args, { evenRemoved: true });
	return { back: paths.reply(course.slug, reply.id) };
}

export async function action(args: ActionFunctionArgs) {
	const found = await findReply(args, { evenRemoved: true });
	const { course, by, reply } = found;
	const voter = signedIn(by, args);
	return answerVote(args, {
		voter,
		vote: (voted) => {
			allow(found, ({ reply, thread }) => canVoteReply(voter, reply, thread));
			return voteReply(reply.id, { by: voter, course, voted });
		},
		back: paths.reply(course.slug, reply.id),
		hash: `#reply-${reply.id}`,
	});
}

export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
