import { type ReactNode, useState } from "react";
import type { Failure } from "#app/platform/forms/failure.ts";
import type { StartedKind } from "#app/threads/kinds.ts";
import { DraftField, DraftSelect } from "#app/ui/draft-field.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	path: string;
	draftKey: string;
	kind: StartedKind;
	lesson: string;
	/** Null: too many to list, so the number is typed. */
	lessons: { number: number; place: number | null; title: string }[] | null;
	submissionId: string;
	failure?: Failure;
	/** The passage that a question is about. With it the rest is known, and folded away. */
	passage: ReactNode;
	similar: (title: string) => ReactNode;
	kinds: ReactNode;
	privacy: ReactNode;
};

export function ThreadForm(props: Props) {
	const { path, draftKey, kind, failure, passage } = props;
	const { threads } = useWords();
	const { asking } = useRareWords();
	const kept = failure?.values ?? {};
	const [title, setTitle] = useState(kept.title ?? "");
	const field = {
		name: "lesson",
		initial: props.lesson,
		begun: kept.lesson,
		error: failure?.errors.lesson,
	};
	const lesson = props.lessons ? (
		<DraftSelect
			label={asking.lesson}
			{...field}
			options={[
				{ value: "", label: asking.noLesson },
				...props.lessons.map(({ number, place, title }) => ({
					value: String(number),
					label: `${threads.lessonNumber(place ?? number)} ${title}`,
				})),
			]}
		/>
	) : (
		<DraftField
			label={threads.lessonNumberField}
			{...field}
			isChoice
			inputMode="numeric"
			autoComplete="off"
		/>
	);
	const folded = (passage || props.privacy) && (
		<AlsoChange
			summary={passage ? asking.also : asking.who}
			isOpen={failure?.errors.lesson !== undefined}
		>
			{passage && props.kinds}
			{passage && lesson}
			{props.privacy}
		</AlsoChange>
	);
	return (
		<WritingForm
			action={path}
			draftKey={draftKey}
			label={kind === "question" ? asking.optionalText : threads.body}
			submit={threads.publish}
			initial={kept.body}
			hidden={{
				kind,
				submissionId: kept.submissionId ?? props.submissionId,
			}}
			failure={failure}
			rows={kind === "question" ? 6 : 10}
			below={folded}
		>
			{passage}
			{!passage && lesson}
			<DraftField
				label={threads.title}
				name="title"
				begun={kept.title}
				error={failure?.errors.title}
				onWrite={setTitle}
				{...(passage && !failure && BEGINS)}
			/>
			{props.similar(title)}
		</WritingForm>
	);
}

/** On a new document, and after a link. */
const BEGINS = { autoFocus: true, "data-begins": "" };

type Folded = { summary: string; isOpen: boolean; children: ReactNode };

function AlsoChange({ summary, isOpen, children }: Folded) {
	const { questions } = useWords();
	return (
		<details className="also" open={isOpen}>
			<summary>
				{summary}
				<span className="if-private">{questions.private}</span>
				<span className="if-anonymous">{questions.anonymous}</span>
			</summary>
			{children}
		</details>
	);
}
