import { useWords } from "#app/platform/i18n/reader.tsx";
import { DraftTick } from "#app/ui/draft-field.tsx";

type Props = {
	/** Of the form's text. */
	draftKey: string;
	/** What a failed submit brought back. */
	kept?: Record<string, string>;
};

/** Who sees a question, said beside each box. */
export function PrivacyFields({ draftKey, kept }: Props) {
	const { questions } = useWords();
	return (
		<div className="privacy">
			<DraftTick
				label={questions.private}
				hint={questions.privateHint}
				name="isPrivate"
				draftKey={`${draftKey} isPrivate`}
				begun={kept?.isPrivate}
			/>
			<DraftTick
				label={questions.anonymous}
				hint={questions.anonymousHint}
				name="isAnonymous"
				draftKey={`${draftKey} isAnonymous`}
				begun={kept?.isAnonymous}
			/>
		</div>
	);
}
