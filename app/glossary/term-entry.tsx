import "#app/platform/i18n/rare-words.ts";
import type { Occurrences } from "#app/glossary/occurrences.server.ts";
import type { TermEntry as Entry } from "#app/glossary/queries.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";

type Props = {
	term: Entry & Occurrences;
	coursePath: string;
	canEdit: boolean;
};

/** A term as the glossary shows it: how it is rendered, what it means, where it stands, and where that was decided. */
export function TermEntry({ term, coursePath, canEdit }: Props) {
	const { glossary, threads } = useWords();
	const { id, source, decidedIn, lessons, count } = term;
	const [preferred = "", ...others] = term.renderings;
	return (
		<li id={`term-${id}`}>
			<h2>
				{preferred} <span className="source-word">{source}</span>
			</h2>
			{others.length > 0 && (
				<p className="muted">
					{glossary.also} {others.join("、")}
				</p>
			)}
			{term.meaning && <p className="meaning">{term.meaning}</p>}
			<p className="muted facts">
				<span>{lessons.length ? glossary.inLessons : glossary.inNoLesson}</span>
				{lessons.map(({ number, title }) => (
					<a
						key={number}
						className="link"
						href={`${coursePath}/lessons/${number}`}
						title={title}
					>
						{threads.lessonNumber(number)}
					</a>
				))}
				{count > lessons.length && <span>{glossary.lessonsInAll(count)}</span>}
				{decidedIn && (
					<a
						className="link decided"
						href={
							decidedIn.isPinned
								? `${coursePath}/threads/${decidedIn.threadNumber}#pin-${decidedIn.replyId}`
								: `${coursePath}/replies/${decidedIn.replyId}`
						}
					>
						{glossary.decided}
					</a>
				)}
				{canEdit && (
					<a
						className="link"
						href={`${coursePath}/glossary/${id}/edit`}
						aria-label={glossary.editOf(preferred)}
					>
						{glossary.edit}
					</a>
				)}
			</p>
			<ol className="muted history">
				{term.preferred.map(({ rendering, at, by }, i) => (
					<li key={at.toISOString()}>
						<TimeAgo time={at} />
						{by && <> {by}</>}{" "}
						{glossary.preferred(rendering, term.preferred[i + 1]?.rendering)}
					</li>
				))}
			</ol>
		</li>
	);
}
