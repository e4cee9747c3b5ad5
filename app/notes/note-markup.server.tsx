import type { AppLoadContext } from "@remix-run/node";
import { keepProse } from "#app/markdown/prose.tsx";
import { type NoteOnPage, noteId } from "#app/notes/margin-notes.tsx";
import { NoteText } from "#app/notes/note-text.tsx";
import type { Note } from "#app/notes/queries.server.ts";
import { asFirstRead, markupOf, type Reading } from "#app/ui/markup.server.tsx";

/** A lesson may have two hundred. */
export const notesOnPage = (
	context: AppLoadContext,
	notes: Note[],
	given: Reading & { slug: string },
): NoteOnPage[] =>
	notes.map(asFirstRead).map((note) => {
		const { replyId, blockId, pinnedAt } = note;
		const html = markupOf(note, given, { times: [pinnedAt] }, () => (
			<NoteText note={note} {...given} />
		));
		return {
			...{ replyId, blockId },
			html: keepProse(context, noteId(replyId), html),
		};
	});
