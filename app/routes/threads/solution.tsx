import { solveQuestion } from "#app/questions/commands.server.ts";
import { canSolve } from "#app/questions/policy.ts";
import { solutionSchema } from "#app/questions/schema.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: solutionSchema,
	can: ({ by, thread }) => canSolve(by, thread),
	act: ({ by, course, thread }) => solveQuestion(thread, { by, course }),
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
