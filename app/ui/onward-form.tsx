import type { ReactNode } from "react";
import type { Failure } from "#app/platform/failure.ts";
import { DraftField } from "#app/ui/draft-field.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { Written } from "#app/ui/written.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	action: string;
	values: Record<string, string>;
	draftKey: string;
	failure?: Failure;
	below?: ReactNode;
};

/** On a page of its own: after a preview, or given back after a sign-in. */
export function OnwardForm({
	action,
	values,
	draftKey,
	failure,
	below,
}: Props) {
	const { threads, forms } = useWords();
	const { title, body, ...hidden } = values;
	// Import documents and settings get no editor and no preview.
	if (body === undefined || action.endsWith("/import"))
		return (
			<form method="post" action={action}>
				{Object.entries(values).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				<Written values={values} />
				<button type="submit" className="button">
					{body === undefined ? forms.save : forms.preview}
				</button>
			</form>
		);
	const says: [end: string, word: string][] = [
		["/edit", forms.save],
		["/replies", threads.send],
	];
	const [, submit] = says.find(([end]) => action.endsWith(end)) ?? [];
	return (
		<WritingForm
			action={action}
			draftKey={draftKey}
			label={threads.body}
			submit={submit ?? threads.publish}
			initial={body}
			hidden={hidden}
			failure={failure}
			below={below}
		>
			{title !== undefined && (
				<DraftField
					label={threads.title}
					name="title"
					initial={title}
					begun={failure?.values.title}
				/>
			)}
		</WritingForm>
	);
}
