import type { ReactNode } from "react";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { DraftField } from "#app/ui/draft-field.tsx";
import { slugIn } from "#app/ui/slug-in.ts";
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

const EDITS = [
	paths.thread.edit,
	paths.reply.edit,
	paths.lesson.edit,
	paths.editSavedReply,
];

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
	const leadsTo = (path: (slug: string, key: number) => string) =>
		slugIn(action, path) !== undefined;
	// Import documents and settings get no editor and no preview.
	if (body === undefined || leadsTo(paths.course.import))
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
	const isReply = leadsTo(paths.thread.replies);
	const isEdit = EDITS.some(leadsTo);
	return (
		<WritingForm
			action={action}
			draftKey={draftKey}
			label={threads.body}
			submit={isReply ? threads.send : isEdit ? forms.save : threads.publish}
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
