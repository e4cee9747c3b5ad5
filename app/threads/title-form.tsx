import { Form } from "@remix-run/react";
import type { Failure } from "#app/platform/forms/failure.ts";
import { Field } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-end.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	action: string;
	back: string;
	title: string;
	submit: string;
	failure?: Failure;
};

export function TitleForm({ action, back, title, submit, failure }: Props) {
	const { threads } = useWords();
	return (
		<Form method="post" action={action} noValidate>
			<FormNotice failure={failure} />
			<Field
				label={threads.title}
				name="title"
				autoComplete="off"
				required
				defaultValue={failure?.values.title ?? title}
				error={failure?.errors.title}
			/>
			<FormEnd back={back}>
				<button type="submit" className="button">
					{submit}
				</button>
			</FormEnd>
		</Form>
	);
}
