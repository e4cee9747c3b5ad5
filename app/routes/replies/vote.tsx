import { counting } from "#app/courses/limits.server.ts";
import { canVoteReply } from "#app/replies/policy.ts";
import { replyVerb } from "#app/replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { voteReply } from "#app/votes/commands.server.ts";
import { VOTES } from "#app/votes/limits.server.ts";
import { voteSchema } from "#app/votes/schema.ts";

const verb = replyVerb({
	schema: voteSchema,
	can: ({ by, reply, thread }) => canVoteReply(by, reply, thread),
	limit: counting(VOTES),
	act: async ({ by, course, reply }, { value: voted }) => ({
		votes: await voteReply(reply.id, { by, course, voted }),
		voted,
	}),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
