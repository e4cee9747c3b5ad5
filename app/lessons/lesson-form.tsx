import type { Failure } from "#app/platform/forms/failure.ts";
import { DraftField, DraftTextField } from "#app/ui/draft-field.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	action: string;
	submit: string;
	lesson?: {
		title: string;
		source: string;
		questions: string[];
		revision: number;
	};
	failure?: Failure;
};

export function LessonForm({ action, submit, lesson, failure }: Props) {
	const { lessons } = useWords();
	const kept = failure?.values;
	return (
		<WritingForm
			action={action}
			draftKey={action}
			version={lesson?.revision}
			label={lessons.body}
			submit={submit}
			initial={lesson?.source}
			hidden={{ flavour: "lesson" }}
			failure={failure}
			hint={lessons.bodyHint}
			rows={24}
			below={
				<DraftTextField
					label={lessons.questions}
					name="questions"
					rows={4}
					initial={lesson?.questions.join("\n")}
					begun={kept?.questions}
					hint={lessons.questionsHint}
					error={failure?.errors.questions}
				/>
			}
		>
			<DraftField
				label={lessons.title}
				name="title"
				initial={lesson?.title}
				begun={kept?.title}
				error={failure?.errors.title}
			/>
		</WritingForm>
	);
}
