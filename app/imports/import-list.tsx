import type { ReactNode } from "react";
import type { ImportEntry } from "#app/imports/queries.server.ts";
import * as paths from "#app/paths.ts";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = { slug: string; imports: ImportEntry[] };

export function ImportList({ slug, imports: entries }: Props) {
	const { imports } = useRareWords();
	return (
		<section aria-labelledby="last-imports">
			<div className="rule-title">
				<h2 id="last-imports">{imports.last}</h2>
			</div>
			{entries.length === 0 && <p className="empty">{imports.none}</p>}
			<ul className="threads">
				{entries.map((entry) => (
					<li key={entry.id}>
						<ImportFacts entry={entry}>
							{!entry.undoneAt && (
								<a className="link" href={paths.importUndoing(slug, entry.id)}>
									{imports.undoing.act}
								</a>
							)}
						</ImportFacts>
					</li>
				))}
			</ul>
		</section>
	);
}

export function ImportFacts({
	entry,
	children,
}: {
	entry: ImportEntry;
	children?: ReactNode;
}) {
	const { threads } = useWords();
	const { imports } = useRareWords();
	const { source, createdAt, by, undoneAt, undoneBy, ...counts } = entry;
	return (
		<>
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
				{undoneAt && (
					<span>
						{imports.undoing.undone(undoneBy?.name)} <TimeAgo time={undoneAt} />
					</span>
				)}
				{children}
			</p>
		</>
	);
}
