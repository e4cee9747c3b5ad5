import { MEANING_MAX, WORD_MAX } from "#app/glossary/limits.ts";
import type { TermWords } from "#app/glossary/schema.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { Field, TextField } from "#app/ui/field.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = {
	term: TermWords | null;
	failure: Failure | undefined;
};

export function TermFields({ term, failure }: Props) {
	const { fields } = useRareWords().glossary;
	const { values: kept, errors } = failure ?? {};
	const [preferred, ...others] = term?.renderings ?? [];
	return (
		<>
			<Field
				label={fields.source}
				name="source"
				defaultValue={kept?.source ?? term?.source}
				hint={fields.sourceHint(WORD_MAX)}
				error={errors?.source}
				autoComplete="off"
			/>
			<Field
				label={fields.rendering}
				name="rendering"
				defaultValue={kept?.rendering ?? preferred}
				error={errors?.rendering}
				autoComplete="off"
			/>
			<TextField
				label={fields.otherRenderings}
				name="otherRenderings"
				rows={2}
				defaultValue={kept?.otherRenderings ?? others.join("、")}
				hint={fields.otherRenderingsHint}
				error={errors?.otherRenderings}
			/>
			<TextField
				label={fields.meaning}
				name="meaning"
				rows={2}
				defaultValue={kept?.meaning ?? term?.meaning}
				hint={fields.meaningHint(MEANING_MAX)}
				error={errors?.meaning}
			/>
		</>
	);
}
