import { escapeHtml } from "#app/markdown/plain-text.ts";
import type { Note } from "#app/notes/queries.server.ts";
import type { Reader } from "#app/platform/i18n/reader.tsx";
import { timeTexts } from "#app/ui/time-ago.tsx";

/** What a line of the footer holds in the margin, in widths of a Latin letter; its parts stand two apart. */
const FOOTER_LINE = 36.5;

/** How wide a text is there, about. */
const widthOf = (text: string) =>
	[...text].reduce(
		(sum, one) => sum + (one === " " ? 0.5 : one < "\u2E80" ? 1.1 : 2),
		0,
	);

/** How many lines of the margin it takes to say whose words they are, when, and where the whole stands. */
function footerLines(byline: string, beside: string): number {
	const width = widthOf(byline);
	if (width + widthOf(beside) <= FOOTER_LINE) return 1;
	return width <= FOOTER_LINE ? 2 : 3;
}

type For = { reader: Reader; now: number; coursePath: string };

/**
 * The inside of a note in its lesson: the short form, in the teacher's hand, with whose words they are and where the
 * whole stands. It is text of the lesson and comes to it in the same way: as HTML, made once.
 */
export function noteHtml(note: Note, { reader, now, coursePath }: For): string {
	const { threads, lessons, notes } = reader.words;
	const { pinnedAt } = note;
	const writer =
		note.writtenBy === ""
			? threads.anonymous
			: (note.writtenBy ?? threads.formerAccount);
	const whole = `${coursePath}/threads/${note.threadNumber}#pin-${note.replyId}`;
	const time = timeTexts(reader, now, pinnedAt);
	const byline = lessons.noteFrom(note.pinnedBy ?? writer, writer);
	const lines = footerLines(byline, time.said + lessons.seeThread);
	const span = (text: string | false) =>
		text ? `<span>${escapeHtml(text)}</span>` : "";
	const question =
		note.question &&
		`<p class="asked-there">${escapeHtml(notes.asked + note.question)}</p>`;
	return `<p class="kind">${threads.notes[note.kind]}</p>
${question ?? ""}<p class="short">${escapeHtml(note.shortForm)}</p>
<footer data-lines="${lines}">${span(byline)}
<time datetime="${pinnedAt.toISOString()}" title="${time.exact}">${time.said}</time>
<a class="link" href="${escapeHtml(whole)}">${lessons.seeThread}</a>
${span(note.editedSince && lessons.noteEdited)}${span(note.textChanged && notes.textChanged)}</footer>`;
}
