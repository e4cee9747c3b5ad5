import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { DraftField, DraftTextField } from "#app/ui/draft-field.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";

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

/** A lesson as Markdown, with its title and its thinking questions. */
export function LessonForm({ action, submit, lesson, failure }: Props) {
	const { lessons } = useWords();
	const revision = failure?.details.version ?? lesson?.revision;
	const kept = failure?.values;
	const draftKey = `${action} ${revision ?? ""}`;
	return (
		<WritingForm
			action={action}
			draftKey={draftKey}
			label={lessons.body}
			submit={submit}
			initial={lesson?.source}
			hidden={{
				flavour: "lesson",
				...(revision && { revision: String(revision) }),
			}}
			failure={failure}
			hint={lessons.bodyHint}
			rows={24}
			below={
				<DraftTextField
					label={lessons.questions}
					name="questions"
					rows={4}
					draftKey={`${draftKey} questions`}
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
				draftKey={`${draftKey} title`}
				initial={lesson?.title}
				begun={kept?.title}
				error={failure?.errors.title}
			/>
		</WritingForm>
	);
}
