import "#app/platform/i18n/rare-words.ts";
import { Prose } from "#app/markdown/prose.tsx";
import { NoteMover } from "#app/notes/note-mover.tsx";
import type { Note } from "#app/notes/queries.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";

/** A note as its lesson gets it: the short form comes with the document. */
export type NoteOnPage = Omit<Note, "shortForm"> & {
	shortForm: string | undefined;
};

/** The element of a note's short form. */
export const shortFormId = (note: Pick<Note, "replyId">) =>
	`note-${note.replyId}-text`;

/** The notes of one block: the short forms, in the teacher's hand, with whose words they are and where the whole stands. */
export function MarginNotes({
	notes,
	coursePath,
	canOrder,
}: {
	notes: NoteOnPage[];
	coursePath: string;
	canOrder: boolean;
}) {
	const { threads, lessons, notes: words } = useWords();
	return (
		<div className="notes" role="note" aria-label={lessons.note}>
			<div className="notes-scroll">
				{notes.map((note, at) => (
					<div key={note.replyId} className="note" id={`note-${note.replyId}`}>
						<p className="kind">{threads.notes[note.kind]}</p>
						{note.question && (
							<p className="asked-there">
								{words.asked}
								{note.question}
							</p>
						)}
						<Prose
							as="p"
							id={shortFormId(note)}
							html={note.shortForm}
							className="short"
						/>
						<footer>
							{note.writtenBy && (
								<span>
									{lessons.noteFrom(
										note.pinnedBy ?? note.writtenBy,
										note.writtenBy,
									)}
								</span>
							)}
							<TimeAgo time={note.pinnedAt} />
							<a
								className="link"
								href={`${coursePath}/threads/${note.threadNumber}#pin-${note.replyId}`}
							>
								{lessons.seeThread}
							</a>
							{note.editedSince && <span>{lessons.noteEdited}</span>}
							{note.textChanged && <span>{words.textChanged}</span>}
							{canOrder && notes.length > 1 && (
								<NoteMover
									path={`${coursePath}/replies/${note.replyId}`}
									place={at + 1}
									of={notes.length}
								/>
							)}
						</footer>
					</div>
				))}
			</div>
		</div>
	);
}
