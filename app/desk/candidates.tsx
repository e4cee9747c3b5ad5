import "#app/platform/i18n/rare-words.ts";
import type { Candidate } from "#app/desk/queries.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { ActButton } from "#app/ui/act-button.tsx";

type Props = { candidates: Candidate[]; coursePath: string };

/** Replies that may hide a question: a rule proposes them, staff decide. */
export function Candidates({ candidates, coursePath }: Props) {
	const { desk, questions, threads } = useWords();
	return (
		<ul className="threads">
			{candidates.map((candidate) => {
				const path = `${coursePath}/replies/${candidate.id}`;
				return (
					<li key={candidate.id}>
						<p className="muted facts">
							<span>{candidate.name}</span>
							<a className="link" href={path}>
								{candidate.threadTitle}
							</a>
							{candidate.votes > 0 && (
								<span>{threads.voteTitle(0, candidate.votes)}</span>
							)}
						</p>
						<p>{candidate.text}</p>
						<div className="facts">
							<a className="link" href={`${path}/promotion`}>
								{questions.promote}
							</a>
							<ActButton
								action={`${path}/asking`}
								name="isQuestion"
								wish={false}
								className="plain"
							>
								{desk.noQuestion}
							</ActButton>
						</div>
					</li>
				);
			})}
		</ul>
	);
}
