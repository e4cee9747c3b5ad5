import { useEffect, useRef, useState } from "react";
import type { HangingOnEdit } from "#app/lessons/hanging.server.ts";
import { Hanging, LessonPane } from "#app/lessons/lesson-pane.tsx";
import type { Failure } from "#app/platform/forms/failure.ts";
import { DraftField, DraftTextField } from "#app/ui/draft-field.tsx";
import { TickField } from "#app/ui/field.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
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
	const { publishing, lessonEditor } = useRareWords();
	const kept = failure?.values;
	const area = useRef<HTMLTextAreaElement>(null);
	const [text, setText] = useState("");
	const [asked, setAsked] = useState(0);
	const [hanging, setHanging] = useState<HangingOnEdit[]>([]);
	const isEmpty = text.trim() === "";
	// With the first text, which may be a draft.
	useEffect(() => setAsked((count) => count || (isEmpty ? 0 : 1)), [isEmpty]);
	return (
		<div className="editor">
			<WritingForm
				action={action}
				draftKey={action}
				version={lesson?.revision}
				label={lessonEditor.body}
				submit={submit}
				initial={lesson?.source}
				hidden={{ flavour: "lesson" }}
				failure={failure}
				hint={lessonEditor.bodyHint}
				rows={24}
				area={area}
				onText={setText}
				onPreview={() => setAsked(asked + 1)}
				below={
					<>
						<DraftTextField
							label={lessons.questions}
							name="questions"
							rows={4}
							initial={lesson?.questions.join("\n")}
							begun={kept?.questions}
							hint={lessonEditor.questionsHint}
							error={failure?.errors.questions}
						/>
						<Hanging all={hanging} />
						{!lesson && (
							<TickField
								label={publishing.asDraft}
								hint={publishing.asDraftHint}
								name="isDraft"
								defaultChecked={kept?.isDraft === "on"}
							/>
						)}
					</>
				}
			>
				<DraftField
					label={lessonEditor.title}
					name="title"
					initial={lesson?.title}
					begun={kept?.title}
					error={failure?.errors.title}
				/>
			</WritingForm>
			{asked > 0 && (
				<LessonPane
					area={area}
					text={text}
					asked={asked}
					onHanging={setHanging}
				/>
			)}
		</div>
	);
}
