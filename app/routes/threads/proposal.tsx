import {
	proposePublishing,
	withdrawProposal,
} from "#app/questions/commands.server.ts";
import { canProposePublishing } from "#app/questions/policy.ts";
import { proposalSchema } from "#app/questions/schema.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: proposalSchema,
	can: ({ by, thread }) => canProposePublishing(by, thread),
	act: ({ by, course, thread }, { proposed }) =>
		proposed
			? proposePublishing(thread, { by, course })
			: withdrawProposal(thread, { by, course }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
