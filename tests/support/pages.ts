import { whole } from "#app/replies/sparse.ts";
import * as coursePage from "#app/routes/courses/show.tsx";
import * as deskPage from "#app/routes/desk/show.tsx";
import * as glossaryPage from "#app/routes/glossary/index.tsx";
import * as lessonPage from "#app/routes/lessons/show.tsx";
import * as threadPage from "#app/routes/threads/show.tsx";
import { atLesson, atThread, inCourse, load } from "#tests/support/requests.ts";

type By = { id: number } | null;

/** Texts and all, as a page gets them that is reached without a document load. */
const context = { isDocument: false };

/** What a thread's page shows to somebody; `query` with its question mark. */
export async function threadAs(by: By, number: number, query = "") {
	const visit = () =>
		load(threadPage.loader, { by, ...atThread(number, query), context });
	// Whoever is told of the thread has read it by coming, and comes again.
	const page = await visit().catch((thrown) => {
		if (thrown instanceof Response && thrown.status === 302) return visit();
		throw thrown;
	});
	const branches = page.branches.map(({ reply, under }) => ({
		reply: whole(reply),
		under: under.map(whole),
	}));
	return { ...page, branches };
}

/** How far a question has come, as its page says. */
export const stateOf = async (number: number) =>
	(await threadAs(null, number)).thread.state;

/** What a lesson's page shows to somebody. */
export const lessonAs = (by: By, number: number) =>
	load(lessonPage.loader, {
		by,
		...atLesson(number),
		context,
	});

/** The notes in a lesson's margin as somebody reads them, and which thread each leads to. */
export async function notesAs(by: By, number: number) {
	const { notes } = await lessonAs(by, number);
	return notes.map(({ html = "", ...note }) => ({
		...note,
		says: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "),
		thread: /\/threads\/(\d+)#pin/.exec(html)?.[1],
	}));
}

/** What the course's page shows to somebody. */
export const courseAs = (by: By, course = "course") =>
	load(coursePage.loader, {
		by,
		path: `/courses/${course}`,
		params: { course },
		context,
	});

/** What the staff's desk shows to somebody; a Response is thrown to others than staff. */
export const deskAs = (by: By) =>
	load(deskPage.loader, { by, ...inCourse("/desk") });

/** What the glossary's page shows to somebody. */
export const glossaryAs = (by: By) =>
	load(glossaryPage.loader, { by, ...inCourse("/glossary"), context });
