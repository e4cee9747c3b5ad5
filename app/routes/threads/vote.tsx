import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer, signedIn } from "#app/accounts/guard.server.ts";
import { allow } from "#app/courses/allowed.server.ts";
import * as paths from "#app/paths.ts";
import { canVoteThread } from "#app/threads/policy.ts";
import { findThread } from "#app/threads/queries.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { voteThread } from "#app/votes/commands.server.ts";
import { answerVote } from "#app/votes/vote-action.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	await requireViewer(args);
	const { course, thread } = await findThread(args, { evenRemoved: true });
	return { back: paths.thread(course.slug, thread.number) };
}

export async function action(args: ActionFunctionArgs) {
	const found = await findThread(args, { evenRemoved: true });
	const { course, by, thread } = found;
	const voter = signedIn(by, args);
	return answerVote(args, {
		voter,
		vote: (voted) => {
			allow(found, ({ thread }) => canVoteThread(voter, thread));
			return voteThread(thread.id, { by: voter, course, voted });
		},
		back: paths.thread(course.slug, thread.number),
	});
}

export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
