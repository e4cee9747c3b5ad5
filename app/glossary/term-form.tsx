import type { TermWords } from "#app/glossary/schema.ts";
import { TermFields } from "#app/glossary/term-fields.tsx";
import type { Failure } from "#app/platform/forms/failure.ts";
import { DraftForm } from "#app/ui/draft-form.tsx";
import { FormEnd } from "#app/ui/form-end.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { useDraftVersion } from "#app/ui/use-draft.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	term: (TermWords & { version: number }) | null;
	action: string;
	back: string;
	failure: Failure | undefined;
};

export function TermForm({ term, action, back, failure }: Props) {
	const { forms } = useWords();
	const { version, keep } = useDraftVersion(
		action,
		term?.version ?? 1,
		failure?.details.version,
	);
	return (
		<DraftForm action={action} onChange={keep}>
			<FormNotice failure={failure} />
			<input type="hidden" name="version" value={version} />
			<TermFields term={term} failure={failure} />
			<FormEnd back={back}>
				<button type="submit" className="button">
					{forms.save}
				</button>
			</FormEnd>
		</DraftForm>
	);
}
