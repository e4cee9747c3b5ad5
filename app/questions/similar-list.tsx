import * as paths from "#app/paths.ts";
import type { SimilarQuestion } from "#app/questions/similar.server.ts";
import { StateMark } from "#app/threads/marks.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = { similar: SimilarQuestion[]; slug: string };

/** Links open beside the unsent text. */
export function SimilarList({ similar, slug }: Props) {
	const { questions, threads } = useWords();
	if (similar.length === 0) return null;
	return (
		<section
			className="similar mt-4 mb-10 border border-rule bg-sheet px-10 py-8"
			aria-label={questions.similar}
		>
			<h2 className="font-hei text-control leading-[1.5] font-semibold">
				{questions.similar}
			</h2>
			<ul>
				{similar.map((question) => (
					<li key={question.number} className="py-3.5">
						<StateMark state={question.state} />{" "}
						<a
							className="link me-[0.4em]"
							href={paths.thread(slug, question.number)}
							target="_blank"
							rel="noopener"
						>
							{question.title}
						</a>
						<span className="muted inline-block tabular-nums">
							{threads.replyCount(question.replyCount)}
						</span>
					</li>
				))}
			</ul>
			<p className="hint">{questions.similarHint}</p>
		</section>
	);
}
