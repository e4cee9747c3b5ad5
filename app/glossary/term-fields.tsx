import { MEANING_MAX, WORD_MAX } from "#app/glossary/limits.ts";
import type { TermWords } from "#app/glossary/schema.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { DraftTextField } from "#app/ui/draft-field.tsx";
import { Field } from "#app/ui/field.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = {
	term: TermWords | null;
	failure: Failure | undefined;
	/** Folds what a term can do without. */
	isBrief?: boolean;
};

export function TermFields({ term, failure, isBrief = false }: Props) {
	const { fields } = useRareWords().glossary;
	const { values: kept, errors } = failure ?? {};
	const [preferred, ...others] = term?.renderings ?? [];
	const more = (
		<>
			<DraftTextField
				label={fields.otherRenderings}
				name="otherRenderings"
				rows={2}
				initial={others.join("、")}
				begun={kept?.otherRenderings}
				hint={fields.otherRenderingsHint}
				error={errors?.otherRenderings}
			/>
			<DraftTextField
				label={fields.meaning}
				name="meaning"
				rows={2}
				initial={term?.meaning}
				begun={kept?.meaning}
				hint={fields.meaningHint(MEANING_MAX)}
				error={errors?.meaning}
			/>
		</>
	);
	const hasMore = [
		others.length > 0,
		term?.meaning,
		kept?.otherRenderings,
		kept?.meaning,
	].some(Boolean);
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
			{isBrief ? (
				<details open={hasMore}>
					<summary className="min-h-touch text-muted">{fields.more}</summary>
					{more}
				</details>
			) : (
				more
			)}
		</>
	);
}
