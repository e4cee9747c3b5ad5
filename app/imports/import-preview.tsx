import { useState } from "react";
import { DocumentReport } from "#app/imports/document-report.tsx";
import { FullWidth } from "#app/imports/full-width-offer.tsx";
import type { DocumentView } from "#app/imports/preview.server.ts";
import { Wordings } from "#app/imports/wordings.tsx";
import { Prose } from "#app/markdown/prose.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { CalendarDate } from "#app/ui/time-ago.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = {
	path: string;
	documents: DocumentView[];
	unread: DocumentView[];
};

/** The documents travel in the form: nothing is stored before the import. */
export function ImportPreview({ path, documents, unread }: Props) {
	const { imports } = useRareWords();
	const counts = useCounts(documents);
	const undecided = documents.filter(({ isUndecided }) => isUndecided).length;
	const [isSending, setSending] = useState(false);
	return (
		<form
			method="post"
			action={path}
			encType="multipart/form-data"
			onSubmit={() => setSending(true)}
		>
			<p>
				{undecided > 0 ? imports.stillOpen(undecided) : imports.would(counts)}
			</p>
			<p className="muted">{imports.questionsHint}</p>
			{unread.map((document) => (
				<DocumentReport key={document.id} document={document} />
			))}
			{documents.map((document, i) => (
				<DocumentReport key={document.id} document={document}>
					<WhichLesson document={document} />
					<input type="hidden" name="name" value={document.name} />
					<input type="hidden" name="written" value={document.format} />
					<input type="hidden" name="called" value={document.called} />
					<input type="hidden" name="text" value={document.text} />
					<LessonText document={document} />
					<FullWidth document={document} index={i} />
					<TextField
						label={imports.questions}
						error={document.error}
						name="questions"
						rows={3}
						defaultValue={document.questions}
					/>
					<WhichQuestions document={document} index={i} />
					<Reworded questions={document.reworded} />
					{document.drops && document.was && (
						<Present questions={document.was.questions} />
					)}
					<Sample sample={document.sample} />
				</DocumentReport>
			))}
			<div className="row">
				<a className="plain" href={path} data-native>
					{imports.again}
				</a>
				<button type="submit" className="plain" formNoValidate>
					{imports.renew}
				</button>
				<button type="submit" className="button" name="dryRun" value="false">
					{isSending ? imports.importing : imports.submit}
				</button>
			</div>
		</form>
	);
}

function WhichLesson({ document }: { document: DocumentView }) {
	const { imports } = useRareWords();
	const { was, doubt, match, lesson } = document;
	if (!doubt)
		return (
			<>
				{was && was.title !== lesson?.title && (
					<p className="notice">{imports.replaces(was.title)}</p>
				)}
				<input type="hidden" name="match" value="" />
			</>
		);
	const likely = doubt.lessons.find(({ number }) => number === was?.number);
	const hint = likely
		? imports.maybe(imports.lesson(likely.place, likely.title))
		: imports.noneLikely;
	return (
		<SelectField
			label={imports.whichLesson}
			hint={!doubt.isDecided && hint}
			name="match"
			required
			defaultValue={doubt.isDecided ? match : ""}
			options={[
				{ value: "", label: imports.choose },
				{ value: "new", label: imports.asNew },
				...doubt.lessons.map((one) => ({
					value: String(one.number),
					label: imports.lesson(one.place, one.title),
				})),
			]}
		/>
	);
}

function WhichQuestions({
	document,
	index,
}: {
	document: DocumentView;
	index: number;
}) {
	const { imports } = useRareWords();
	return document.questionDoubts.map(({ text, likely, others, match }) => (
		<SelectField
			key={text}
			label={imports.whichQuestion(text)}
			hint={match === undefined && imports.maybeQuestion(likely.title)}
			name="asked"
			required
			defaultValue={match === undefined ? "" : `${index} ${match} ${text}`}
			options={[
				{ value: "", label: imports.choose },
				{ value: `${index} new ${text}`, label: imports.asNewQuestion },
				...others.map(({ number, title }) => ({
					value: `${index} ${number} ${text}`,
					label: title,
				})),
			]}
		/>
	));
}

export function useCounts(documents: DocumentView[]): string {
	const { imports } = useRareWords();
	const count = (wanted: DocumentView["outcome"]) =>
		documents.filter(({ outcome }) => outcome === wanted).length;
	return imports.count(count("created"), count("updated"), count("unchanged"));
}

function LessonText({ document }: { document: DocumentView }) {
	const { imports } = useRareWords();
	if (!document.hasText) return null;
	return (
		<details className="fold mb-12">
			<summary>{imports.lessonText}</summary>
			<Prose
				id={`${document.id}-text`}
				html={document.html}
				className="text prose border-rule border-y py-12"
			/>
		</details>
	);
}

function Reworded({ questions }: { questions: DocumentView["reworded"] }) {
	const { imports } = useRareWords();
	if (questions.length === 0) return null;
	return (
		<>
			<h3>{imports.reworded}</h3>
			<ul>
				{questions.map(({ from, to }) => (
					<li key={to}>
						<Wordings from={from} to={to} />
					</li>
				))}
			</ul>
		</>
	);
}

function Present({ questions }: { questions: string[] }) {
	const { imports } = useRareWords();
	return (
		<>
			<h3>{imports.present}</h3>
			<ul className="asked mb-12">
				{[...new Set(questions)].map((question) => (
					<li key={question}>{question}</li>
				))}
			</ul>
		</>
	);
}

function Sample({ sample }: Pick<DocumentView, "sample">) {
	const { imports } = useRareWords();
	if (sample.length === 0) return null;
	return (
		<>
			<h3>{imports.sample}</h3>
			<ul>
				{sample.map(({ order, name, date, votes, text }) => (
					<li key={order} className="border-t border-rule py-7">
						<p className="muted facts">
							<strong>{name}</strong>
							<span>
								{date ? <CalendarDate date={date} /> : imports.undated}
							</span>
							<span>{imports.votes(votes)}</span>
						</p>
						<p>{text}</p>
					</li>
				))}
			</ul>
		</>
	);
}
