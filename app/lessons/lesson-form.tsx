import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { Field, TextField } from "#app/ui/field.tsx";
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
	return (
		<WritingForm
			action={action}
			draftKey={`${action} ${lesson?.revision ?? ""}`}
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
		>
			<Field
				label={lessons.title}
				name="title"
				defaultValue={kept?.title ?? lesson?.title}
				error={failure?.errors.title}
				autoComplete="off"
			/>
			<TextField
				label={lessons.questions}
				name="questions"
				rows={4}
				defaultValue={kept?.questions ?? lesson?.questions.join("\n")}
				hint={lessons.questionsHint}
				error={failure?.errors.questions}
			/>
		</WritingForm>
	);
}
