import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { UnsettleButton } from "#app/questions/unsettle-button.tsx";
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
	const { slug, thread } = useThread();
	return (
		<section
			className="my-12 border-s-2 border-rule-strong bg-sheet px-11 py-8"
			aria-label={questions.settledBy}
		>
			<div className="muted facts">
				<span>{questions.settledBy}</span>
				{answer.name && <span>{answer.name}</span>}
				<a className="link" href={paths.reply(slug, answer.id)}>
					{answer.threadTitle}
				</a>
				<UnsettleButton question={thread.number} />
			</div>
			<Prose id="settling" html={answer.html} />
		</section>
	);
}
