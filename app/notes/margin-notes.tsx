import { Fragment } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import { NoteMover } from "#app/notes/note-mover.tsx";
import * as paths from "#app/paths.ts";
import { useWords } from "#app/words/reader.tsx";

/** Its HTML is a `NoteText`, and comes with the document. */
export type NoteOnPage = {
	replyId: number;
	blockId: number;
	html: string | undefined;
};

export const noteId = (replyId: number) => `note-${replyId}`;

export function MarginNotes({
	notes,
	slug,
	canOrder,
}: {
	notes: NoteOnPage[];
	slug: string;
	canOrder: boolean;
}) {
	const { lessons } = useWords();
	return (
		<div className="notes" role="note" aria-label={lessons.note}>
			{notes.map(({ replyId, html }, at) => (
				<Fragment key={replyId}>
					<Prose id={noteId(replyId)} html={html} className="note" />
					{canOrder && notes.length > 1 && (
						<NoteMover
							action={paths.reply.place(slug, replyId)}
							place={at + 1}
							of={notes.length}
						/>
					)}
				</Fragment>
			))}
		</div>
	);
}
