import type { Failure } from "#app/platform/forms/failure.ts";
import { SAVED_TITLE_MAX } from "#app/saved-replies/limits.ts";
import { unknownPlaceholders } from "#app/saved-replies/placeholders.ts";
import type { SavedReply } from "#app/saved-replies/queries.server.ts";
import { DraftField } from "#app/ui/draft-field.tsx";
import { useViewer } from "#app/ui/viewer.ts";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	saved: SavedReply | null;
	action: string;
	failure: Failure | undefined;
};

export function SavedReplyForm({ saved, action, failure }: Props) {
	const { forms, threads } = useWords();
	const { savedReplies } = useRareWords();
	const viewer = useViewer();
	return (
		<WritingForm
			action={action}
			draftKey={`${viewer?.handle} ${action}`}
			version={saved?.version ?? 1}
			label={savedReplies.text}
			hint={savedReplies.placeholders}
			submit={forms.save}
			initial={saved?.source}
			failure={failure}
			named={
				failure?.errors.body === "placeholderUnknown"
					? unknownPlaceholders(failure.values.body ?? "")
					: []
			}
		>
			<DraftField
				label={threads.title}
				name="title"
				hint={savedReplies.titleHint(SAVED_TITLE_MAX)}
				initial={saved?.title}
				begun={failure?.values.title}
				error={failure?.errors.title}
				required
			/>
		</WritingForm>
	);
}
