import { listNotes } from "#app/notes/queries.server.ts";
import * as paths from "#app/paths.ts";
import {
	idFrom,
	notFound,
	wordFrom,
} from "#app/platform/http/request.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { answerFeed, feedWords } from "#app/sharing/feed.server.ts";
import {
	answerEntries,
	newestFirst,
	replyEntries,
	threadEntries,
} from "#app/sharing/feed-entries.server.ts";
import {
	courses,
	everybody,
	threads,
} from "#app/visibility/relations.server.ts";

type Args = {
	request: Request;
	params: { course?: string; number?: string };
};

type Found = { id: number; slug: string; title: string; since: Date };

const isFound = <Row>([row]: Row[]): Row => {
	if (!row) throw notFound();
	return row;
};

export async function courseFeed({ request, params }: Args) {
	const { words } = feedWords(request);
	const { id, slug, title, since } = isFound(
		await sql<Found>`
			SELECT id, slug, title, created_at AS since FROM ${courses(everybody)} c WHERE slug = ${wordFrom(params.course)}`,
	);
	const entries = await Promise.all([
		threadEntries(slug, id),
		answerEntries(slug, id, words),
	]);
	return answerFeed(request, {
		...{ key: `course/${id}`, title: words.feeds.course(title), since },
		...{ path: paths.course(slug), feedPath: paths.course["feed.atom"](slug) },
		entries: newestFirst(entries.flat()),
	});
}

export async function lessonFeed({ request, params }: Args) {
	const { words } = feedWords(request);
	const { id, slug, title, since, threadId, number } = isFound(
		await sql<Found & { threadId: number; number: number }>`
			SELECT l.id, l.number, l.title, c.slug, l.created_at AS since, t.id AS "threadId" FROM ${courses(everybody)} c
			JOIN lessons l ON l.course_id = c.id AND l.number = ${idFrom(params.number)} AND l.is_shown
			JOIN ${threads(everybody)} t ON t.lesson_id = l.id AND t.kind = 'lesson'
			WHERE c.slug = ${wordFrom(params.course)}`,
	);
	const [replies, notes] = await Promise.all([
		replyEntries(slug, threadId, words),
		listNotes(id),
	]);
	const path = paths.lesson(slug, number);
	return answerFeed(request, {
		...{ key: `lesson/${id}`, title: words.feeds.lesson(title), since, path },
		feedPath: paths.lesson["feed.atom"](slug, number),
		entries: newestFirst([
			...replies,
			...notes.map((note) => ({
				key: `note/${note.replyId}`,
				title: words.feeds.note,
				path: `${path}#block-${note.blockId}`,
				author: note.writtenBy === "" ? null : (note.writtenBy ?? undefined),
				publishedAt: note.pinnedAt,
				html: note.shortHtml,
			})),
		]),
	});
}

export async function threadFeed({ request, params }: Args) {
	const { words } = feedWords(request);
	const { id, slug, title, since, number } = isFound(
		await sql<Found & { number: number }>`
			SELECT t.id, t.number, t.title, c.slug, t.created_at AS since FROM ${courses(everybody)} c
			JOIN ${threads(everybody)} t ON t.course_id = c.id AND t.number = ${idFrom(params.number)}
			WHERE c.slug = ${wordFrom(params.course)}`,
	);
	return answerFeed(request, {
		...{ key: `thread/${id}`, title: words.feeds.thread(title), since },
		path: paths.thread(slug, number),
		feedPath: paths.thread["feed.atom"](slug, number),
		entries: await replyEntries(slug, id, words),
	});
}
