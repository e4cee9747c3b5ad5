import type { Occurrences } from "#app/glossary/occurrences.server.ts";
import type { TermEntry } from "#app/glossary/queries.server.ts";
import { escapeHtml } from "#app/markdown/plain-text.ts";
import * as paths from "#app/paths.ts";
import { timeTexts } from "#app/ui/time-ago.tsx";
import type { ServerReader } from "#app/words/reader.tsx";

type Term = TermEntry & Occurrences;
type For = {
	reader: ServerReader;
	now: number;
	slug: string;
	canEdit: boolean;
};

/** HTML like notes, as there may be hundreds. */
export const termsHtml = (terms: Term[], given: For): string =>
	terms.map((term) => termHtml(term, given)).join("\n");

function termHtml(term: Term, given: For): string {
	const { glossary } = given.reader.words;
	const [preferred = "", ...others] = term.renderings.map(escapeHtml);
	const also =
		others.length > 0
			? `<p class="muted">${glossary.also} ${others.join("、")}</p>`
			: "";
	const meaning =
		term.meaning && `<p class="meaning">${escapeHtml(term.meaning)}</p>`;
	return `<li id="term-${term.id}"><h2>${preferred} <span class="source-word">${escapeHtml(term.source)}</span></h2>
${also}${meaning}<p class="muted facts">${factsHtml(term, given)}</p>
<ol class="muted history">${historyHtml(term, given)}</ol></li>`;
}

function factsHtml(term: Term, { reader, slug, canEdit }: For): string {
	const { glossary, threads } = reader.words;
	const { id, decidedIn, lessons, count } = term;
	const [preferred = ""] = term.renderings;
	const facts = [
		`<span>${lessons.length ? glossary.inLessons : glossary.inNoLesson}</span>`,
		...lessons.map(
			({ number, title }) =>
				`<a class="link" href="${paths.lesson(slug, number)}" title="${escapeHtml(title)}">${threads.lessonNumber(number)}</a>`,
		),
	];
	if (count > lessons.length)
		facts.push(`<span>${glossary.lessonsInAll(count)}</span>`);
	if (decidedIn) {
		const { threadNumber, replyId, isPinned } = decidedIn;
		const where = isPinned
			? `${paths.thread(slug, threadNumber)}#pin-${replyId}`
			: paths.reply(slug, replyId);
		facts.push(
			`<a class="link decided" href="${where}">${glossary.decided}</a>`,
		);
	}
	if (canEdit)
		facts.push(
			`<a class="link" href="${paths.editTerm(slug, id)}" aria-label="${escapeHtml(glossary.editOf(preferred))}">${glossary.edit}</a>`,
		);
	return facts.join("\n");
}

function historyHtml({ preferred }: Term, { reader, now }: For): string {
	const { glossary } = reader.words;
	return preferred
		.map(({ rendering, at, by }, i) => {
			const time = timeTexts(reader, now, at);
			const chosen = glossary.preferred(rendering, preferred[i + 1]?.rendering);
			return `<li><time datetime="${at.toISOString()}" title="${time.exact}">${time.said}</time> ${escapeHtml(by ? `${by} ${chosen}` : chosen)}</li>`;
		})
		.join("\n");
}
