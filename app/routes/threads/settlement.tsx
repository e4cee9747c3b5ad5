import { unsettlingSchema } from "#app/questions/schema.ts";
import { unsettleQuestion } from "#app/questions/settling.server.ts";
import { canClaim } from "#app/threads/policy.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: unsettlingSchema,
	can: ({ by, thread }) => canClaim(by, thread),
	act: ({ by, course, thread }) => unsettleQuestion(thread, { by, course }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
