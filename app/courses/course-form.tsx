import { Form } from "@remix-run/react";
import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { Field, TextField } from "#app/ui/field.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";

type Props = {
	/** A course that exists keeps its address; a new one is asked for it. */
	course?: { title: string; description: string };
	failure?: Failure;
};

/** What a course is called and says about itself. */
export function CourseForm({ course, failure }: Props) {
	const { courses, forms } = useWords();
	const kept = failure?.values;
	return (
		<Form method="post" noValidate>
			<FormNotice failure={failure} />
			<Field
				label={courses.name}
				name="title"
				autoComplete="off"
				required
				defaultValue={kept?.title ?? course?.title}
				error={failure?.errors.title}
			/>
			{!course && (
				<Field
					label={courses.slug}
					name="slug"
					hint={courses.slugHint}
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					required
					defaultValue={kept?.slug}
					error={failure?.errors.slug}
				/>
			)}
			<TextField
				label={courses.description}
				name="description"
				rows={5}
				defaultValue={kept?.description ?? course?.description}
				error={failure?.errors.description}
			/>
			<button type="submit" className="button">
				{course ? forms.save : courses.create}
			</button>
		</Form>
	);
}
