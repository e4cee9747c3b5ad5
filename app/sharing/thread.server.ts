import type { AppLoadContext } from "@remix-run/node";
import type { Course } from "#app/courses/queries.server.ts";
import { openingSentences } from "#app/markdown/opening-sentences.ts";
import * as paths from "#app/paths.ts";
import { DESCRIPTION_MAX, describePage } from "#app/sharing/head.server.ts";
import { type Discussed, structured } from "#app/sharing/structured.server.ts";
import { isShown } from "#app/visibility/policy.ts";
import type { ServerReader } from "#app/words/reader.tsx";

type Given = Discussed & {
	course: Course;
	at: { under: number; page: number };
};

/** Of what is private, held or removed nothing is said, whoever looks. */
export function describeThread(
	context: AppLoadContext,
	reader: ServerReader,
	{ course, at: { under, page }, ...discussed }: Given,
): void {
	const { thread } = discussed;
	const isOpen = isShown(thread) && !thread.isPrivate;
	const query = [
		...(under ? [`under=${under}`] : []),
		...(page > 1 ? [`page=${page}`] : []),
	].join("&");
	const key = [course.slug, thread.number] as const;
	const path = paths.thread(...key);
	describePage(context, reader, {
		title: isOpen ? `${thread.title} · ${course.title}` : course.title,
		path: path + (query && `?${query}`),
		description: isOpen ? openingSentences(thread.html, DESCRIPTION_MAX) : "",
		isArticle: true,
		...(isOpen && {
			feed: {
				path: paths.thread["feed.atom"](...key),
				title: reader.words.feeds.thread(thread.title),
			},
		}),
		data: isOpen ? structured(course, discussed, reader.words) : null,
	});
}
