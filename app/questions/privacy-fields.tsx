import { DraftTick } from "#app/ui/draft-field.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	kept?: Record<string, string>;
};

export function PrivacyFields({ kept }: Props) {
	const { questions } = useWords();
	return (
		<div className="mt-8">
			<DraftTick
				label={questions.private}
				hint={questions.privateHint}
				name="isPrivate"
				begun={kept?.isPrivate}
			/>
			<DraftTick
				label={questions.anonymous}
				hint={questions.anonymousHint}
				name="isAnonymous"
				begun={kept?.isAnonymous}
			/>
		</div>
	);
}
