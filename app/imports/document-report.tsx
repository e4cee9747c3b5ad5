import type { ReactNode } from "react";
import type { DocumentView } from "#app/imports/preview.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";

type Props = {
	document: DocumentView;
	/** Unique on the page. */
	id: string;
	children?: ReactNode;
};

/** What was found in a document: its lesson, counted, and the places to look at. */
export function DocumentReport({ document, id, children }: Props) {
	const { imports, threads } = useWords();
	const { lesson, outcome, problems } = document;
	const name = document.name || imports.pastedName;
	return (
		<section aria-labelledby={id}>
			<div className="rule-title">
				<h2 id={id}>{lesson?.title ?? name}</h2>
				<span className="muted">
					{lesson ? imports.outcomes[outcome] : imports.unread}
				</span>
			</div>
			{lesson && (
				<p className="muted facts">
					{lesson.position !== null && (
						<span>{threads.lessonNumber(lesson.position)}</span>
					)}
					<span>{name}</span>
					<span>{imports.blocks(lesson.blocks)}</span>
					<span>{imports.headings(lesson.headings)}</span>
					<span>{imports.formulas(lesson.formulas)}</span>
					<span>{threads.replyCount(lesson.replies)}</span>
					<span>{imports.votes(lesson.importedVotes)}</span>
					{lesson.repliesNotInSource > 0 && (
						<span>{threads.notInSource(lesson.repliesNotInSource)}</span>
					)}
				</p>
			)}
			<Problems problems={problems} />
			{children}
		</section>
	);
}

const SHOWN_OPEN = 10;

function Problems({ problems }: Pick<DocumentView, "problems">) {
	const { imports } = useWords();
	if (problems.length === 0) return null;
	return (
		<details className="problems" open={problems.length <= SHOWN_OPEN}>
			<summary>{imports.problems(problems.length)}</summary>
			<ol>
				{problems.map(({ line, text, sentence }, i) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: never reordered
					<li key={i}>
						<span className="muted num">{imports.line(line)}</span> {sentence}
						{text && <q className="muted">{text}</q>}
					</li>
				))}
			</ol>
		</details>
	);
}
