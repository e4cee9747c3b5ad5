import { removalSchema } from "#app/platform/forms/fields.ts";
import { setSavedReplyRemoved } from "#app/saved-replies/commands.server.ts";
import { canUseSavedReplies } from "#app/saved-replies/policy.ts";
import { savedReplyVerb } from "#app/saved-replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

const verb = savedReplyVerb({
	schema: removalSchema,
	can: ({ by }) => canUseSavedReplies(by),
	act: ({ by, course, saved }, { removed }) =>
		setSavedReplyRemoved(saved, { by, course, removed }),
});

export const loader = verb.loader;
export const action = verb.action;

export { clientAction } from "#app/ui/without-answer.ts";

export default function SavedReplyRemoval() {
	const { savedReplies } = useRareWords();
	return <VerbPage backTo={savedReplies.title} />;
}
