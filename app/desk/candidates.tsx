import type { Candidate } from "#app/desk/queries.server.ts";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { ActButton } from "#app/ui/act-button.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = { candidates: Candidate[]; slug: string };

/** A rule proposes them; staff decide, and may change their mind. */
export function Candidates({ candidates, slug }: Props) {
	const { desk } = useRareWords();
	const proposed = candidates.filter(({ asks }) => asks);
	const declined = candidates.filter(({ asks }) => !asks);
	return (
		<>
			{proposed.length === 0 && <p className="empty">{desk.candidatesEmpty}</p>}
			<List candidates={proposed} slug={slug} />
			{declined.length > 0 && (
				<details className="border-t border-rule pt-8 text-muted">
					<summary className="min-h-touch">
						{desk.declined(declined.length)}
					</summary>
					<List candidates={declined} slug={slug} />
				</details>
			)}
		</>
	);
}

function List({ candidates, slug }: Props) {
	const { questions, threads } = useWords();
	const { desk } = useRareWords();
	return (
		<ul className="threads">
			{candidates.map(({ id, asks, name, threadTitle, votes, html }) => {
				return (
					<li key={id}>
						<p className="muted facts">
							<span>{name}</span>
							<a className="link" href={paths.reply(slug, id)}>
								{threadTitle}
							</a>
							{votes > 0 && <span>{threads.voteTitle(0, votes)}</span>}
						</p>
						<Prose as="p" id={`candidate-${id}`} html={html} className="" />
						<div className="facts">
							{asks && (
								<a className="link" href={paths.reply.promotion(slug, id)}>
									{questions.promote}
								</a>
							)}
							<ActButton
								action={paths.reply.asking(slug, id)}
								name="isQuestion"
								wish={!asks}
								className="plain"
							>
								{asks ? desk.noQuestion : desk.putBack}
							</ActButton>
						</div>
					</li>
				);
			})}
		</ul>
	);
}
