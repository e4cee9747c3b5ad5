import type { Occurrences } from "#app/glossary/occurrences.server.ts";
import type { TermEntry } from "#app/glossary/queries.server.ts";
import * as paths from "#app/paths.ts";
import { sharePath } from "#app/ui/share-path.ts";
import { TimeSince } from "#app/ui/time-ago.tsx";
import type { ServerReader } from "#app/words/reader.tsx";

type Term = TermEntry & Occurrences;
type Given = {
	reader: ServerReader;
	now: number;
	slug: string;
	canEdit: boolean;
};

/** On the server only: there may be hundreds. */
export const TermList = ({ terms, ...given }: Given & { terms: Term[] }) =>
	terms.map((term) => <TermItem key={term.id} term={term} {...given} />);

type Props = Given & { term: Term };

function TermItem({ term, ...given }: Props) {
	const { glossary } = given.reader.words;
	const [preferred, ...others] = term.renderings;
	return (
		<li id={`term-${term.id}`}>
			<h2 className="text-section leading-[1.5]">
				{preferred} <span className="source-word">{term.source}</span>
			</h2>
			{others.length > 0 && (
				<p className="muted">
					{glossary.otherRenderings} {others.join("、")}
				</p>
			)}
			{term.meaning && <p className="meaning">{term.meaning}</p>}
			<p className="muted facts">
				<Facts term={term} {...given} />
			</p>
			<ol className="muted mt-2">
				<History term={term} {...given} />
			</ol>
		</li>
	);
}

function Facts({ term, reader, slug, canEdit }: Props) {
	const { glossary, threads, sharing } = reader.words;
	const { id, decidedIn, lessons, count, renderings } = term;
	return (
		<>
			<span>{lessons.length ? glossary.inLessons : glossary.inNoLesson}</span>
			{lessons.map(({ number, place, title }) => (
				<a
					key={number}
					className="link"
					href={paths.lesson(slug, number)}
					title={title}
				>
					{threads.lessonNumber(place)}
				</a>
			))}
			{count > lessons.length && <span>{glossary.lessonsInAll(count)}</span>}
			{decidedIn && (
				<a
					className="link decided"
					href={
						decidedIn.isPinned
							? `${paths.thread(slug, decidedIn.threadNumber)}#pin-${decidedIn.replyId}`
							: paths.reply(slug, decidedIn.replyId)
					}
				>
					{glossary.decided}
				</a>
			)}
			<a
				className="link print:hidden"
				href={sharePath(slug, "term", id)}
				rel="nofollow"
			>
				{sharing.link}
			</a>
			{canEdit && (
				<a
					className="link"
					href={paths.editTerm(slug, id)}
					aria-label={glossary.editOf(renderings[0] ?? "")}
				>
					{glossary.edit}
				</a>
			)}
		</>
	);
}

function History({ term: { preferred }, reader, now }: Props) {
	const { glossary } = reader.words;
	return preferred.map(({ rendering, at, by }, i) => {
		const chosen = glossary.preferred(rendering, preferred[i + 1]?.rendering);
		return (
			<li key={`${at.getTime()} ${rendering}`}>
				<TimeSince time={at} now={now} reader={reader} />{" "}
				{by ? `${by} ${chosen}` : chosen}
			</li>
		);
	});
}
