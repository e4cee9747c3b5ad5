import { lockThread } from "#app/threads/commands.server.ts";
import { canLockThread } from "#app/threads/policy.ts";
import { lockSchema } from "#app/threads/schema.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: lockSchema,
	can: ({ by }) => canLockThread(by),
	act: ({ by, course, thread }, { locked }) =>
		lockThread(thread, { by, course, locked }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
