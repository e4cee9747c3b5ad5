import { Prose } from "#app/markdown/prose.tsx";
import { ReopenButton } from "#app/questions/reopen-button.tsx";
import { useThread } from "#app/threads/thread-context.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	answer: {
		id: number;
		html: string | undefined;
		name: string | null;
		threadTitle: string;
	};
};

export function Settled({ answer }: Props) {
	const { questions } = useWords();
	const { path, coursePath } = useThread();
	return (
		<section className="settled" aria-label={questions.closedBy}>
			<div className="muted facts">
				<span>{questions.closedBy}</span>
				{answer.name && <span>{answer.name}</span>}
				<a className="link" href={`${coursePath}/replies/${answer.id}`}>
					{answer.threadTitle}
				</a>
				<ReopenButton path={path} />
			</div>
			<Prose id="settling" html={answer.html} />
		</section>
	);
}
