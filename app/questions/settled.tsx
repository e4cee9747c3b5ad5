import { Prose } from "#app/markdown/prose.tsx";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { canClaim } from "#app/threads/policy.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";

type Props = {
	answer: {
		id: number;
		html: string | undefined;
		name: string | null;
		threadTitle: string;
	};
};

/** The answer from elsewhere that settles a question, in its place. */
export function Settled({ answer }: Props) {
	const { questions } = useWords();
	const { by, thread, path, coursePath } = useThread();
	return (
		<section className="settled" aria-label={questions.closedBy}>
			<div className="muted facts">
				<span>{questions.closedBy}</span>
				{answer.name && <span>{answer.name}</span>}
				<a className="link" href={`${coursePath}/replies/${answer.id}`}>
					{answer.threadTitle}
				</a>
				{canClaim(by, thread) && (
					<ActButton
						action={`${path}/closing`}
						name="closed"
						wish={false}
						className="plain"
					>
						{questions.reopen}
					</ActButton>
				)}
			</div>
			<Prose id="settling" html={answer.html} />
		</section>
	);
}
