import * as paths from "#app/paths.ts";
import type { SimilarQuestion } from "#app/questions/similar.server.ts";
import { StateMark } from "#app/threads/state-mark.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = { similar: SimilarQuestion[]; slug: string };

/** Links open beside the unsent text. */
export function SimilarList({ similar, slug }: Props) {
	const { questions, threads } = useWords();
	if (similar.length === 0) return null;
	return (
		<section className="similar" aria-label={questions.similar}>
			<h2>{questions.similar}</h2>
			<ul>
				{similar.map((question) => (
					<li key={question.number}>
						<StateMark state={question.state} />{" "}
						<a
							className="link"
							href={paths.thread(slug, question.number)}
							target="_blank"
							rel="noopener"
						>
							{question.title}
						</a>
						<span className="muted num">
							{threads.replyCount(question.replyCount)}
						</span>
					</li>
				))}
			</ul>
			<p className="hint">{questions.similarHint}</p>
		</section>
	);
}
