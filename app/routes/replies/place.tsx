import { placeNote } from "#app/notes/commands.server.ts";
import { placeSchema } from "#app/notes/schema.ts";
import { canPinReply } from "#app/replies/policy.ts";
import { replyVerb } from "#app/replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = replyVerb({
	schema: placeSchema,
	can: ({ by, reply, thread }) => canPinReply(by, reply, thread),
	act: ({ by, course, reply }, { place }) =>
		placeNote(reply, { by, course, place }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
