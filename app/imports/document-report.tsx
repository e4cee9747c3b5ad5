import type { ReactNode } from "react";
import type { DocumentView } from "#app/imports/preview.server.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = { document: DocumentView; children?: ReactNode };

export function DocumentReport({ document, children }: Props) {
	const { threads } = useWords();
	const { imports } = useRareWords();
	const { id, lesson, outcome, doubt, place, problems } = document;
	const isOpen = doubt && !doubt.isDecided;
	const said = isOpen ? imports.undecided : imports.outcomes[outcome];
	const name = document.name || imports.pastedName;
	return (
		<section className="report" aria-labelledby={id}>
			<div className="rule-title">
				<h2 id={id}>{lesson?.title ?? name}</h2>
				<span className="muted">{lesson ? said : imports.unread}</span>
			</div>
			{lesson && (
				<p className="muted facts mb-12">
					<span>{name}</span>
					{place !== null && <span>{threads.lessonNumber(place)}</span>}
					<span>{imports.blocks(lesson.blocks)}</span>
					<span>{imports.headings(lesson.headings)}</span>
					<span>{imports.formulas(lesson.formulas)}</span>
					<span>{threads.replyCount(lesson.replies)}</span>
					<span>{imports.votes(lesson.importedVotes)}</span>
					{lesson.repliesNotInSource > 0 && (
						<span>{imports.notInDocument(lesson.repliesNotInSource)}</span>
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
	const { imports } = useRareWords();
	if (problems.length === 0) return null;
	return (
		<details className="notice" open={problems.length <= SHOWN_OPEN}>
			<summary>{imports.problems(problems.length)}</summary>
			<ol>
				{problems.map(({ id, line, text, sentence }) => (
					<li
						key={id}
						className="grid grid-cols-[minmax(4.2rem,auto)_minmax(0,1fr)] items-baseline gap-x-8 pt-5"
					>
						<span className="muted tabular-nums">{imports.line(line)}</span>
						<div>
							<p>{sentence}</p>
							{text && <p className="muted">{text}</p>}
						</div>
					</li>
				))}
			</ol>
		</details>
	);
}
