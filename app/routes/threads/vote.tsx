import { counting } from "#app/courses/limits.server.ts";
import { canVoteThread } from "#app/threads/policy.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { voteThread } from "#app/votes/commands.server.ts";
import { VOTES } from "#app/votes/limits.server.ts";
import { voteSchema } from "#app/votes/schema.ts";

const verb = threadVerb({
	schema: voteSchema,
	can: ({ by, thread }) => canVoteThread(by, thread),
	limit: counting(VOTES),
	act: async ({ by, course, thread }, { value: voted }) => ({
		votes: await voteThread(thread.id, { by, course, voted }),
		voted,
	}),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
