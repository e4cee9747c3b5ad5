import { unsparse } from "#app/replies/sparse.ts";
import * as coursePage from "#app/routes/courses/show.tsx";
import * as deskPage from "#app/routes/desk/show.tsx";
import * as glossaryPage from "#app/routes/glossary/index.tsx";
import * as lessonPage from "#app/routes/lessons/show.tsx";
import * as questionsPage from "#app/routes/questions/index.tsx";
import * as threadsPage from "#app/routes/threads/index.tsx";
import * as threadPage from "#app/routes/threads/show.tsx";
import { atLesson, atThread, inCourse, load } from "#tests/support/requests.ts";

type By = { id: number } | null;

/** A page without a document load gets all texts as data. */
const context = { isDocument: false };

/** A thread's page as `by` sees it; `query` with its question mark. */
export async function threadAs(by: By, number: number, query = "") {
	const visit = () =>
		load(threadPage.loader, { by, ...atThread(number, query), context });
	// A viewer with news of the thread is redirected once, which marks the news as read.
	const page = await visit().catch((thrown) => {
		if (thrown instanceof Response && thrown.status === 302) return visit();
		throw thrown;
	});
	const branches = page.branches.map(({ reply, under }) => ({
		reply: unsparse(reply),
		under: under.map(unsparse),
	}));
	return { ...page, branches };
}

/** A question's state, as its page shows it. */
export const stateOf = async (number: number) =>
	(await threadAs(null, number)).thread.state;

/** A lesson's page as `by` sees it. */
export const lessonAs = (by: By, number: number) =>
	load(lessonPage.loader, {
		by,
		...atLesson(number),
		context,
	});

/** A lesson's margin notes as `by` sees them, with the threads they lead to. */
export async function notesAs(by: By, number: number) {
	const { notes } = await lessonAs(by, number);
	return notes.map(({ html = "", ...note }) => ({
		...note,
		says: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "),
		thread: /\/threads\/(\d+)#pin/.exec(html)?.[1],
	}));
}

/** The course's page as `by` sees it. */
export const courseAs = (by: By, course = "course") =>
	load(coursePage.loader, {
		by,
		path: `/courses/${course}`,
		params: { course },
		context,
	});

/** The staff's desk as `by` sees it; throws a Response for others. */
export const deskAs = (by: By, query = "") =>
	load(deskPage.loader, { by, ...inCourse(`/desk${query}`) });

/** The glossary's page as `by` sees it. */
export const glossaryAs = (by: By) =>
	load(glossaryPage.loader, { by, ...inCourse("/glossary"), context });

const LISTED = /<h[23]><a href="[^"]*\/(\d+)">([^<]*)</g;

/** The threads of a list on a page, from its HTML. */
export const threadsIn = (list: { html: string | undefined } | null) =>
	[...(list?.html ?? "").matchAll(LISTED)].map(([, number, title]) => ({
		number: Number(number),
		title,
	}));

export async function threadsAs(by: By, query = "") {
	const asked = { by, ...inCourse(`/threads${query}`), context };
	const page = await load(threadsPage.loader, asked);
	return { ...page, threads: threadsIn(page.list) };
}

export async function questionsAs(by: By, query = "") {
	const asked = { by, ...inCourse(`/questions${query}`), context };
	const page = await load(questionsPage.loader, asked);
	return { ...page, questions: threadsIn(page.list) };
}

/** What the line above a reply says. */
export const saidOf = ({ who = "" }: { who?: string | undefined }) =>
	who.replace(/<[^>]+>/g, " ");
