import "#app/words/rare-words.ts";
import { removalSchema } from "#app/platform/fields.ts";
import { setSavedReplyRemoved } from "#app/saved-replies/commands.server.ts";
import { canUseSavedReplies } from "#app/saved-replies/policy.ts";
import { savedReplyVerb } from "#app/saved-replies/verb.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { useWords } from "#app/words/reader.tsx";

const verb = savedReplyVerb({
	schema: removalSchema,
	can: ({ by }) => canUseSavedReplies(by),
	act: ({ course, saved }, { removed }) =>
		setSavedReplyRemoved(saved, { course, removed }),
});

export const loader = verb.loader;
export const action = verb.action;

export default function SavedReplyRemoval() {
	const { savedReplies } = useWords();
	return <VerbPage backTo={savedReplies.title} />;
}
