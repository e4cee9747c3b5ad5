import { removalSchema } from "#app/platform/forms/fields.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import { canRemoveReply, canRestoreReply } from "#app/replies/policy.ts";
import { replyVerb } from "#app/replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = replyVerb({
	schema: removalSchema,
	// The wished state may be there already: it is as if it were not.
	can: ({ by, reply }, { removed }) =>
		removed
			? canRemoveReply(by, { ...reply, visibility: "shown" })
			: canRestoreReply(by, { ...reply, visibility: "removed" }),
	act: ({ by, course, reply }, { removed }) =>
		removed
			? removeReply(reply, { by, course })
			: restoreReply(reply, { by, course }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
