import type { ImportEntry } from "#app/imports/queries.server.ts";
import * as paths from "#app/paths.ts";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export function ImportList({ imports: entries }: { imports: ImportEntry[] }) {
	const { threads } = useWords();
	const { imports } = useRareWords();
	return (
		<section aria-labelledby="last-imports">
			<div className="rule-title">
				<h2 id="last-imports">{imports.last}</h2>
			</div>
			{entries.length === 0 && <p className="empty">{imports.none}</p>}
			<ul className="threads">
				{entries.map(({ id, source, by, createdAt, ...counts }) => (
					<li key={id}>
						<p>{source || imports.pastedName}</p>
						<p className="muted facts">
							<TimeAgo time={createdAt} />
							{by ? (
								<a className="link" href={paths.person(by.handle)}>
									{by.name}
								</a>
							) : (
								<span>{imports.commandLine}</span>
							)}
							<span>{imports.lessons(counts.lessons)}</span>
							<span>{threads.replyCount(counts.replies)}</span>
							{counts.problems > 0 && (
								<span>{imports.problems(counts.problems)}</span>
							)}
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
