import type { TermWords } from "#app/glossary/schema.ts";
import { TermFields } from "#app/glossary/term-fields.tsx";
import { NOTE_KINDS } from "#app/notes/limits.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import type { NoteKind } from "#app/platform/prisma/enums.ts";
import { SelectField } from "#app/ui/field.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export function KindField({
	kind,
	failure,
}: {
	kind: NoteKind;
	failure: Failure | undefined;
}) {
	const { threads } = useWords();
	return (
		<SelectField
			label={threads.pinForm.kind}
			name="kind"
			defaultValue={failure?.values.kind ?? kind}
			error={failure?.errors.kind}
			options={NOTE_KINDS.map((value) => ({
				value,
				label: threads.notes[value],
			}))}
		/>
	);
}

/** Stands in the form for that kind of note only. */
export function TermOfNote({
	term,
	failure,
}: {
	term: TermWords | null;
	failure: Failure | undefined;
}) {
	const { glossary } = useRareWords();
	return (
		<fieldset className="of-term mb-14 border-s-2 border-cinnabar ps-11">
			<legend className="float-left w-full font-semibold text-cinnabar">
				{glossary.fields.legend}
			</legend>
			<p className="hint">{glossary.fields.only}</p>
			<TermFields term={term} failure={failure} isBrief />
		</fieldset>
	);
}
