import { demoteQuestion } from "#app/questions/promotion.server.ts";
import { demotionSchema } from "#app/questions/schema.ts";
import { canDemote } from "#app/threads/policy.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: demotionSchema,
	can: ({ by, thread }) => canDemote(by, { ...thread, visibility: "shown" }),
	act: ({ by, course, thread }) => demoteQuestion(thread, { by, course }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
