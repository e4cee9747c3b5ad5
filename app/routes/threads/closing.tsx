import { reopenQuestion } from "#app/questions/closing.server.ts";
import { closingSchema } from "#app/questions/schema.ts";
import { canClaim } from "#app/threads/policy.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: closingSchema,
	can: ({ by, thread }) => canClaim(by, thread),
	act: ({ by, course, thread }) => reopenQuestion(thread, { by, course }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
