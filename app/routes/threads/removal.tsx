import { removalSchema } from "#app/platform/fields.ts";
import { removeThread, restoreThread } from "#app/threads/commands.server.ts";
import { canRemoveThread, canRestoreThread } from "#app/threads/policy.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: removalSchema,
	// The wished state may be there already: then there is nothing to forbid.
	can: ({ by, thread }, { removed }) =>
		removed === (thread.removedAt !== null) ||
		(removed ? canRemoveThread(by, thread) : canRestoreThread(by, thread)),
	act: ({ by, course, thread }, { removed }) =>
		removed
			? removeThread(thread, { by, course })
			: restoreThread(thread, { course }),
});

export const loader = verb.loader;
export const action = verb.action;
export default VerbPage;
