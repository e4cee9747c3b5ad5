import { type ReactNode, useState } from "react";
import type { Failure } from "#app/platform/forms/failure.ts";
import type { StartedKind } from "#app/threads/kinds.ts";
import { DraftField, DraftSelect } from "#app/ui/draft-field.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	path: string;
	draftKey: string;
	kind: StartedKind;
	lesson: string;
	/** Null: too many to list, so the number is typed. */
	lessons: { number: number; title: string }[] | null;
	submissionId: string;
	failure?: Failure;
	about: (title: string) => ReactNode;
	below: ReactNode;
};

export function ThreadForm(props: Props) {
	const { path, draftKey, kind, failure } = props;
	const { threads } = useWords();
	const kept = failure?.values ?? {};
	const [title, setTitle] = useState(kept.title ?? "");
	const lesson = {
		name: "lesson",
		initial: props.lesson,
		begun: kept.lesson,
		error: failure?.errors.lesson,
	};
	return (
		<WritingForm
			action={path}
			draftKey={draftKey}
			label={threads.body}
			submit={threads.publish}
			initial={kept.body}
			hidden={{
				kind,
				submissionId: kept.submissionId ?? props.submissionId,
			}}
			failure={failure}
			rows={10}
			below={props.below}
		>
			{props.lessons ? (
				<DraftSelect
					label={threads.lesson}
					{...lesson}
					options={[
						{ value: "", label: threads.noLesson },
						...props.lessons.map(({ number, title }) => ({
							value: String(number),
							label: `${threads.lessonNumber(number)} ${title}`,
						})),
					]}
				/>
			) : (
				<DraftField
					label={threads.lessonNumberField}
					{...lesson}
					isChoice
					inputMode="numeric"
					autoComplete="off"
				/>
			)}
			<DraftField
				label={threads.title}
				name="title"
				begun={kept.title}
				error={failure?.errors.title}
				onWrite={setTitle}
			/>
			{props.about(title)}
		</WritingForm>
	);
}
