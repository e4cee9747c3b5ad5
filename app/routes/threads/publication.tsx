import { answerPublishing } from "#app/questions/commands.server.ts";
import { canPublish } from "#app/questions/policy.ts";
import { publicationSchema } from "#app/questions/schema.ts";
import { threadVerb } from "#app/threads/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

const verb = threadVerb({
	schema: publicationSchema,
	can: ({ by, thread }) => canPublish(by, thread),
	act: ({ by, course, thread }, { published }) =>
		answerPublishing(thread, { by, course, published }),
	confirmation: "#published",
});

export const loader = verb.loader;
export const action = verb.action;
export { clientAction } from "#app/ui/without-answer.ts";

export default VerbPage;
