import { askingSchema } from "#app/questions/schema.ts";
import { noteAsking } from "#app/replies/answers.server.ts";
import { canEndorse } from "#app/replies/policy.ts";
import { replyVerb } from "#app/replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = replyVerb({
	schema: askingSchema,
	can: ({ by, reply }) => canEndorse(by, reply),
	act: ({ by, course, reply }, { isQuestion }) =>
		noteAsking(reply, { by, course, asks: isQuestion }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
