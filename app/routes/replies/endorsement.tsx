import { endorseReply } from "#app/replies/answers.server.ts";
import { canEndorse } from "#app/replies/policy.ts";
import { endorsementSchema } from "#app/replies/schema.ts";
import { replyVerb } from "#app/replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = replyVerb({
	schema: endorsementSchema,
	can: ({ by, reply }) => canEndorse(by, reply),
	act: ({ by, course, reply }, { endorsed }) =>
		endorseReply(reply, { by, course, endorsed }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
