import * as paths from "#app/paths.ts";
import { UnsettleButton } from "#app/questions/unsettle-button.tsx";
import { useThread } from "#app/threads/thread-context.tsx";
import { useWords } from "#app/words/reader.tsx";

export function Settles({
	questions: settled,
}: {
	questions: { number: number; title: string }[];
}) {
	const { questions } = useWords();
	const { slug } = useThread();
	if (!settled.length) return null;
	return (
		<section
			className="my-12 border-s-2 border-rule-strong bg-sheet px-11 py-8"
			id="settles"
			aria-label={questions.settle}
		>
			<p>{questions.settles(settled.length)}</p>
			<ul>
				{settled.map(({ number, title }) => (
					<li key={number} className="facts">
						<a className="link" href={paths.thread(slug, number)}>
							{title}
						</a>
						<UnsettleButton question={number} />
					</li>
				))}
			</ul>
		</section>
	);
}
