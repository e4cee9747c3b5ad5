import { removalSchema } from "#app/platform/forms/fields.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { removeThread, restoreThread } from "#app/threads/commands.server.ts";
import { canRemoveThread, canRestoreThread } from "#app/threads/policy.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

// The wished state may be there already: it is as if it were not.
const verb = threadVerb({
	schema: removalSchema,
	can: ({ by, thread }) =>
		canRemoveThread(by, { ...thread, visibility: "shown" }),
	async act({ by, course, thread }, { removed }) {
		if (removed) return removeThread(thread, { by, course });
		if (!canRestoreThread(by, { ...thread, visibility: "removed" }))
			throw forbidden();
		return restoreThread(thread, { by, course });
	},
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
