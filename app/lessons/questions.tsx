import type { Question } from "#app/lessons/questions.server.ts";
import * as paths from "#app/paths.ts";
import { SpreadLine } from "#app/thinking/spread-bar.tsx";
import { useWords } from "#app/words/reader.tsx";

export function Questions({
	questions,
	slug,
}: {
	questions: Question[];
	slug: string;
}) {
	const { lessons, threads, thinking } = useWords();
	if (questions.length === 0) return null;
	return (
		<section className="questions" aria-labelledby="questions">
			<div className="rule-title">
				<h2 id="questions">{lessons.thinking}</h2>
				<span className="muted">{lessons.thinkingHint}</span>
			</div>
			<ol>
				{questions.map(({ number, title, replyCount, best, ...rest }) => (
					<li key={number} className="question">
						<a
							className="font-song text-reading leading-[1.65] font-medium hover:underline"
							href={paths.thread(slug, number)}
						>
							{title}
						</a>
						<span className="muted tabular-nums">
							{threads.replyCount(replyCount)}
						</span>
						{best && (
							<p className="col-[2/4] text-aside text-muted">
								<strong className="me-[0.4em] font-medium text-ink">
									{best.name}
								</strong>{" "}
								{best.text}
							</p>
						)}
						{rest.spread && <SpreadLine spread={rest.spread} />}
						{rest.isClosed && (
							<p className="muted col-[2/4]">{thinking.closedMark}</p>
						)}
					</li>
				))}
			</ol>
		</section>
	);
}
