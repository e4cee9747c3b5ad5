import type { Failure } from "#app/platform/forms/failure.ts";
import { DraftTextField } from "#app/ui/draft-field.tsx";
import { DraftForm } from "#app/ui/draft-form.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	action: string;
	course?: { title: string; description: string };
	failure?: Failure;
};

export function CourseForm({ action, course, failure }: Props) {
	const { forms } = useWords();
	const { courseForm: words } = useRareWords();
	const kept = failure?.values;
	return (
		<DraftForm action={action} noValidate>
			<FormNotice failure={failure} />
			<Field
				label={words.name}
				name="title"
				autoComplete="off"
				required
				defaultValue={kept?.title ?? course?.title}
				error={failure?.errors.title}
			/>
			{!course && (
				<Field
					label={words.slug}
					name="slug"
					hint={words.slugHint}
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					required
					defaultValue={kept?.slug}
					error={failure?.errors.slug}
				/>
			)}
			<DraftTextField
				label={words.description}
				name="description"
				rows={5}
				initial={course?.description}
				begun={kept?.description}
				error={failure?.errors.description}
			/>
			<button type="submit" className="button">
				{course ? forms.save : words.create}
			</button>
		</DraftForm>
	);
}
