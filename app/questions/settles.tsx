import { ReopenButton } from "#app/questions/reopen-button.tsx";
import { useThread } from "#app/threads/thread-context.tsx";
import { useWords } from "#app/words/reader.tsx";

export function Settles({
	questions: settled,
}: {
	questions: { number: number; title: string }[];
}) {
	const { questions } = useWords();
	const { coursePath } = useThread();
	if (!settled.length) return null;
	return (
		<section className="settled" id="settles" aria-label={questions.settle}>
			<p>{questions.settles(settled.length)}</p>
			<ul>
				{settled.map(({ number, title }) => {
					const path = `${coursePath}/threads/${number}`;
					return (
						<li key={number} className="facts">
							<a className="link" href={path}>
								{title}
							</a>
							<ReopenButton path={path} />
						</li>
					);
				})}
			</ul>
		</section>
	);
}
