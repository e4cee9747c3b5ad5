import type { Note } from "#app/notes/queries.server.ts";
import * as paths from "#app/paths.ts";
import { sharePath } from "#app/ui/share-path.ts";
import { TimeSince } from "#app/ui/time-ago.tsx";
import type { ServerReader } from "#app/words/reader.tsx";

/** In a narrow margin a longer one opens in place. */
const FOLDED_FROM = 44;

/** As they stand on the page: a formula's source does not. */
const charactersIn = (html: string) =>
	html.replace(/<annotation[^<>]*>[^<]*|<[^<>]*>/g, "").length;

function Short({ note }: { note: Note }) {
	const short = (
		<span
			className="short"
			dangerouslySetInnerHTML={{ __html: note.shortHtml }}
		/>
	);
	if (charactersIn(note.shortHtml) < FOLDED_FROM) return <p>{short}</p>;
	return (
		<details className="short-fold">
			<summary>{short}</summary>
		</details>
	);
}

type Props = { note: Note; reader: ServerReader; now: number; slug: string };

/** On the server only, as part of the lesson's own HTML. */
export function NoteText({ note, reader, now, slug }: Props) {
	const { threads, lessons, notes, sharing } = reader.words;
	const writer =
		note.writtenBy === ""
			? threads.anonymous
			: (note.writtenBy ?? threads.formerAccount);
	return (
		<>
			<p className="kind font-hei text-small leading-[1.6] font-semibold">
				{threads.notes[note.kind]}
			</p>
			{note.question && (
				<p className="asked-there">{notes.asked + note.question}</p>
			)}
			<Short note={note} />
			<footer className="mt-2.5 flex flex-wrap items-center gap-x-7 font-hei text-fine leading-[1.6] text-muted">
				<span>{lessons.noteFrom(note.pinnedBy ?? writer, writer)}</span>
				<TimeSince time={note.pinnedAt} now={now} reader={reader} />
				<a
					className="link"
					href={`${paths.thread(slug, note.threadNumber)}#pin-${note.replyId}`}
				>
					{lessons.seeThread}
				</a>
				<a
					className="link print:hidden"
					href={sharePath(slug, "reply", note.replyId)}
					rel="nofollow"
				>
					{sharing.link}
				</a>
				{note.editedSince && <span>{lessons.noteEdited}</span>}
				{note.textChanged && <span>{notes.textChanged}</span>}
			</footer>
		</>
	);
}
