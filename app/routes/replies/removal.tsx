import { removalSchema } from "#app/platform/fields.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import { canRemoveReply, canRestoreReply } from "#app/replies/policy.ts";
import { replyVerb } from "#app/replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = replyVerb({
	schema: removalSchema,
	// The wished state may be there already: then there is nothing to forbid.
	can: ({ by, reply }, { removed }) =>
		removed === (reply.removedAt !== null) ||
		(removed ? canRemoveReply(by, reply) : canRestoreReply(by, reply)),
	act: ({ by, course, reply }, { removed }) =>
		removed
			? removeReply(reply, { by, course })
			: restoreReply(reply, { course }),
});

export const loader = verb.loader;
export const action = verb.action;
export default VerbPage;
