import { useWords } from "#app/platform/i18n/reader.tsx";
import { TickField } from "#app/ui/field.tsx";

type Props = {
	/** What a failed submit brought back. */
	kept?: Record<string, string>;
};

/** Who sees a question, said beside each box. */
export function PrivacyFields({ kept }: Props) {
	const { questions } = useWords();
	return (
		<div className="privacy">
			<TickField
				label={questions.private}
				hint={questions.privateHint}
				name="isPrivate"
				defaultChecked={kept?.isPrivate === "on"}
			/>
			<TickField
				label={questions.anonymous}
				hint={questions.anonymousHint}
				name="isAnonymous"
				defaultChecked={kept?.isAnonymous === "on"}
			/>
		</div>
	);
}
