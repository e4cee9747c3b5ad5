import { lessonVerb } from "#app/lessons/verb.server.ts";
import { markRead } from "#app/progress/commands.server.ts";
import { canMarkRead } from "#app/progress/policy.ts";
import { progressSchema } from "#app/progress/schema.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = lessonVerb({
	schema: progressSchema,
	can: ({ by }) => canMarkRead(by),
	act: ({ by, lesson }, { read }) => markRead(lesson, { byId: by.id, read }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
