import { removalSchema } from "#app/platform/forms/fields.ts";
import { removeThread, restoreThread } from "#app/threads/commands.server.ts";
import { canRemoveThread, canRestoreThread } from "#app/threads/policy.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: removalSchema,
	// The wished state may be there already: it is as if it were not.
	can: ({ by, thread }, { removed }) =>
		removed
			? canRemoveThread(by, { ...thread, visibility: "shown" })
			: canRestoreThread(by, { ...thread, visibility: "removed" }),
	act: ({ by, course, thread }, { removed }) =>
		removed
			? removeThread(thread, { by, course })
			: restoreThread(thread, { by, course }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
