import { escapeHtml } from "#app/markdown/plain-text.ts";
import type { Note } from "#app/notes/queries.server.ts";
import * as paths from "#app/paths.ts";
import { timeTexts } from "#app/ui/time-ago.tsx";
import type { ServerReader } from "#app/words/reader.tsx";

type For = { reader: ServerReader; now: number; slug: string };

/** HTML, as it is part of the lesson's own HTML, which is made once. */
export function noteHtml(note: Note, { reader, now, slug }: For): string {
	const { threads, lessons, notes } = reader.words;
	const { pinnedAt } = note;
	const writer =
		note.writtenBy === ""
			? threads.anonymous
			: (note.writtenBy ?? threads.formerAccount);
	const whole = `${paths.thread(slug, note.threadNumber)}#pin-${note.replyId}`;
	const time = timeTexts(reader, now, pinnedAt);
	const byline = lessons.noteFrom(note.pinnedBy ?? writer, writer);
	const span = (text: string | false) =>
		text ? `<span>${escapeHtml(text)}</span>` : "";
	const question =
		note.question &&
		`<p class="asked-there">${escapeHtml(notes.asked + note.question)}</p>`;
	return `<p class="kind">${threads.notes[note.kind]}</p>
${question ?? ""}<p class="short">${escapeHtml(note.shortForm)}</p>
<footer>${span(byline)}
<time datetime="${pinnedAt.toISOString()}" title="${time.exact}">${time.said}</time>
<a class="link" href="${escapeHtml(whole)}">${lessons.seeThread}</a>
${span(note.editedSince && lessons.noteEdited)}${span(note.textChanged && notes.textChanged)}</footer>`;
}
