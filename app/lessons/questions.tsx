import type { ReactNode } from "react";
import type { Question } from "#app/lessons/questions.server.ts";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { REPLY_BOX } from "#app/replies/write-link.tsx";
import { SpreadLine } from "#app/thinking/spread-bar.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = { questions: Question[]; slug: string };

export function AskedAbove({ questions, slug }: Props) {
	const { threads } = useWords();
	return (
		<ul className="asked-above list-none!">
			{questions.map((question) => (
				<li key={question.number}>
					<p className="facts">
						<a className="link" href={paths.thread(slug, question.number)}>
							{threads.thinking(question.position)}
						</a>
						<Count question={question} />
						<AnswerLink question={question} slug={slug} />
					</p>
					<Others question={question} />
				</li>
			))}
		</ul>
	);
}

/** After the text, where that does not ask them. */
export function Questions({ questions, slug }: Props) {
	const { lessons } = useWords();
	if (questions.length === 0) return null;
	return (
		<section className="questions" aria-labelledby="questions">
			<div className="rule-title">
				<h2 id="questions">{lessons.thinking}</h2>
				<span className="muted">{lessons.thinkingHint}</span>
			</div>
			<ol>
				{questions.map((question) => (
					<li key={question.number} className="question">
						<a
							className="font-song text-reading leading-[1.65] font-medium hover:underline"
							href={paths.thread(slug, question.number)}
						>
							{question.title}
						</a>
						<Count question={question} />
						<p className="col-[2/4] text-aside">
							<AnswerLink question={question} slug={slug} />
						</p>
						<Others question={question} />
					</li>
				))}
			</ol>
		</section>
	);
}

/** To the question's box, with its positions. */
function AnswerLink({ question, slug }: { question: Question; slug: string }) {
	const { threads, thinking } = useWords();
	return (
		<a
			className="link print:hidden"
			href={`${paths.thread(slug, question.number)}#${REPLY_BOX}`}
			aria-label={thinking.answer(threads.thinking(question.position))}
		>
			{thinking.write}
		</a>
	);
}

function Count({ question }: { question: Question }) {
	const { threads, thinking } = useWords();
	return (
		<>
			<span className="muted tabular-nums">
				{threads.replyCount(question.replyCount)}
			</span>
			{question.isClosed && (
				<span className="muted col-[2/4]">{thinking.closedMark}</span>
			)}
		</>
	);
}

/** What others think: for those who have written, or ask to see it. */
function Others({ question }: { question: Question }) {
	const { best, spread, hasReplied } = question;
	if (!best && !spread) return null;
	return (
		<Unasked isOpen={hasReplied}>
			{best && (
				<p className="text-aside text-muted">
					<strong className="me-[0.4em] font-medium text-ink">
						{best.name}
					</strong>{" "}
					<Prose
						as="span"
						id={`best-${question.number}`}
						html={best.html}
						className=""
					/>
				</p>
			)}
			{spread && <SpreadLine spread={spread} />}
		</Unasked>
	);
}

function Unasked({
	isOpen,
	children,
}: {
	isOpen: boolean;
	children: ReactNode;
}) {
	const { lessons } = useWords();
	return (
		<details className="fold others" open={isOpen}>
			<summary className="muted">{lessons.others}</summary>
			{children}
		</details>
	);
}
