import type { AppLoadContext } from "@remix-run/node";
import type { Course } from "#app/courses/queries.server.ts";
import { openingSentences } from "#app/markdown/opening-sentences.ts";
import * as paths from "#app/paths.ts";
import type { Reply } from "#app/replies/rows.server.ts";
import { replySubject, type Subject } from "#app/sharing/cards.server.ts";
import { DESCRIPTION_MAX, describePage } from "#app/sharing/head.server.ts";
import { type Discussed, structured } from "#app/sharing/structured.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import { isShown } from "#app/visibility/policy.ts";
import type { ServerReader } from "#app/words/reader.tsx";

type Given = Discussed & {
	course: Course;
	at: { under: number; page: number };
	/** The reply that a permalink led to, if the page shows it. */
	about: Reply | null;
};

/** Of what is private, held or removed nothing is said, whoever looks. */
export function describeThread(
	context: AppLoadContext,
	reader: ServerReader,
	{ course, at: { under, page }, about, ...discussed }: Given,
): void {
	const { thread } = discussed;
	const isOpen = isShown(thread) && !thread.isPrivate;
	const query = [
		...(under ? [`under=${under}`] : []),
		...(page > 1 ? [`page=${page}`] : []),
	].join("&");
	const key = [course.slug, thread.number] as const;
	const path = paths.thread(...key);
	const reply = isOpen && about && isShown(about) ? about : null;
	const { html } = reply ?? thread;
	describePage(context, reader, {
		title: isOpen ? `${thread.title} · ${course.title}` : course.title,
		path: path + (query && `?${query}`),
		description: isOpen ? openingSentences(html, DESCRIPTION_MAX) : "",
		isArticle: true,
		subject: isOpen
			? subjectOf(course, thread, reply)
			: { of: "course", course },
		...(isOpen && {
			feed: {
				path: paths.thread["feed.atom"](...key),
				title: reader.words.feeds.thread(thread.title),
			},
		}),
		data: isOpen ? structured(course, discussed, reader.words) : null,
	});
}

function subjectOf(
	course: Course,
	{ number, title, kind, replyCount: replies }: Thread,
	reply: Reply | null,
): Subject {
	if (!reply) return { of: "thread", course, number, title, kind, replies };
	const { id, votes, pinned: note, html } = reply;
	return replySubject(course, { id, title, votes, note, html });
}
