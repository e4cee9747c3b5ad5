import { claimQuestion } from "#app/questions/commands.server.ts";
import { claimSchema } from "#app/questions/schema.ts";
import { canClaim } from "#app/threads/policy.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: claimSchema,
	can: ({ by, thread }) => canClaim(by, thread),
	act: ({ by, course, thread }, { claimed }) =>
		claimQuestion(thread, { by, course, claimed }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
