import { Form } from "@remix-run/react";
import type { TermWords } from "#app/glossary/schema.ts";
import { TermFields } from "#app/glossary/term-fields.tsx";
import type { Failure } from "#app/platform/forms/failure.ts";
import { FormEnd } from "#app/ui/form-end.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	term: (TermWords & { version: number }) | null;
	action: string;
	back: string;
	failure: Failure | undefined;
};

export function TermForm({ term, action, back, failure }: Props) {
	const { forms } = useWords();
	return (
		<Form method="post" action={action}>
			<FormNotice failure={failure} />
			<input
				type="hidden"
				name="version"
				value={failure?.details.version ?? term?.version ?? 1}
			/>
			<TermFields term={term} failure={failure} />
			<FormEnd back={back}>
				<button type="submit" className="button">
					{forms.save}
				</button>
			</FormEnd>
		</Form>
	);
}
