import { removalSchema } from "#app/platform/forms/fields.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import { canRemoveReply, canRestoreReply } from "#app/replies/policy.ts";
import { replyVerb } from "#app/replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

// The wished state may be there already: it is as if it were not.
const verb = replyVerb({
	schema: removalSchema,
	can: ({ by, reply }) => canRemoveReply(by, { ...reply, visibility: "shown" }),
	async act({ by, course, reply }, { removed }) {
		if (removed) return removeReply(reply, { by, course });
		if (!canRestoreReply(by, { ...reply, visibility: "removed" }))
			throw forbidden();
		return restoreReply(reply, { by, course });
	},
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
