import { acceptReply } from "#app/replies/answers.server.ts";
import { canAccept } from "#app/replies/policy.ts";
import { acceptanceSchema } from "#app/replies/schema.ts";
import { replyVerb } from "#app/replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = replyVerb({
	schema: acceptanceSchema,
	can: ({ by, reply, thread }) => canAccept(by, reply, thread),
	act: ({ by, course, reply }, { accepted }) =>
		acceptReply(reply, { by, course, accepted }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
