import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "#app/accounts/reader.server.ts";
import { Manage } from "#app/courses/manage.tsx";
import { canEditCourse, canEditLessons } from "#app/courses/policy.ts";
import { findCourse, listStaff } from "#app/courses/queries.server.ts";
import { StaffLine } from "#app/courses/staff-line.tsx";
import {
	findContents,
	type OnPage,
} from "#app/lessons/course-lessons.server.ts";
import { LessonList } from "#app/lessons/lesson-list.tsx";
import { LessonTitles } from "#app/lessons/lesson-titles.tsx";
import { NotShown } from "#app/lessons/not-shown.tsx";
import * as paths from "#app/paths.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import { listNews, type News } from "#app/progress/news.server.ts";
import { describePage } from "#app/sharing/head.server.ts";
import { listOnPage } from "#app/threads/list-markup.server.tsx";
import { type ListedThread, listThreads } from "#app/threads/lists.server.ts";
import { ThreadList } from "#app/threads/thread-list.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { type ServerReader, useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true };

const ANNOUNCEMENTS = 3;
const RECENT = 5;

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const page = pageNumber(
		new URL(args.request.url).searchParams.get("page"),
		0,
	);
	const [contents, staff, announcements, threads] = await Promise.all([
		findContents(course.id, by, page || null),
		listStaff(course.id),
		listThreads(course, by, { kind: "announcement", take: ANNOUNCEMENTS }),
		listThreads(course, by, { isTalk: true, take: RECENT }),
	]);
	const { description, lessonCount, part } = contents;
	const reader = await readerOf(args);
	const shown = {
		announcements: announcements.slice(0, ANNOUNCEMENTS),
		recent: threads.slice(0, RECENT),
	};
	const news = await listNews(by, course.id, {
		threads: [...shown.announcements, ...shown.recent].map(({ id }) => id),
		lessons: [...contents.lessons, ...(part?.titles ?? [])].map(({ id }) => id),
	});
	const reading = { reader, news, now: Date.now() };
	const listed = (id: string, list: ListedThread[], saysKind: boolean) =>
		list.length > 0
			? listOnPage(args.context, id, list, {
					...reading,
					...{ slug: course.slug, heading: "h3", saysKind },
				})
			: null;
	describePage(args.context, reader, {
		title: course.title,
		path: paths.course(course.slug) + (page > 1 ? `?page=${page}` : ""),
		description,
		subject: { of: "course", course },
		feed: {
			path: paths.course["feed.atom"](course.slug),
			title: reader.words.feeds.course(course.title),
		},
	});
	return {
		course: {
			slug: course.slug,
			title: course.title,
			description,
		},
		canEdit: canEditCourse(by),
		canOrder: canEditLessons(by),
		staff,
		lessonCount,
		changes: contents.changes
			? reader.words.news.changes(contents.changes)
			: null,
		lessons: contents.lessons.map((lesson) => marked(lesson, reading)),
		part: part && {
			...part,
			titles: part.titles.map((lesson) => marked(lesson, reading)),
		},
		notShown: contents.notShown,
		announcements: listed("announcement-list", shown.announcements, false),
		recent: listed("recent-list", shown.recent, true),
	};
}

/** The id is not sent. */
function marked<Lesson extends { id: number }>(
	{ id, ...lesson }: Lesson,
	{ news, reader }: { news: News; reader: ServerReader },
): OnPage<Lesson> {
	const count = news.lessons.get(id);
	return { ...lesson, news: count ? reader.words.news.count(count) : null };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data?.course.title ?? "" },
];

export default function CoursePage() {
	const {
		course,
		canEdit,
		canOrder,
		staff,
		lessonCount,
		changes,
		lessons,
		part,
		notShown,
		announcements,
		recent,
	} = useLoaderData<typeof loader>();
	const { threads } = useWords();
	const { courses } = useRareWords();
	const { slug } = course;
	return (
		<main id="main" className="page course">
			<header className="page-head">
				<h1>{course.title}</h1>
				{canEdit && <Manage slug={slug} />}
			</header>
			{course.description && (
				<p className="mb-6 max-w-narrow text-muted">{course.description}</p>
			)}
			<StaffLine staff={staff} />
			{announcements && (
				<section aria-labelledby="announcements">
					<div className="rule-title">
						<h2 id="announcements">{courses.announcements}</h2>
					</div>
					<ThreadList list={announcements} />
				</section>
			)}
			<section aria-labelledby="lessons">
				<div className="rule-title">
					<h2 id="lessons">{courses.contents}</h2>
					{lessonCount > 0 && (
						<p className="muted">{courses.lessons(lessonCount)}</p>
					)}
				</div>
				{changes && (
					<p className="muted">
						<a className="link" href={paths.course.since(slug)}>
							{changes}
						</a>
					</p>
				)}
				{lessonCount === 0 && (
					<p className="empty">
						{canEdit ? courses.noLessonsInstructor : courses.noLessons}
					</p>
				)}
				{part ? (
					<LessonTitles part={part} slug={slug} canOrder={canOrder} />
				) : (
					<LessonList lessons={lessons} slug={slug} canOrder={canOrder} />
				)}
				<NotShown lessons={notShown} slug={slug} />
			</section>
			<section aria-labelledby="recent">
				<div className="rule-title">
					<h2 id="recent">{courses.recent}</h2>
					<p className="facts">
						<a className="link" href={paths.threads.new(slug)}>
							{threads.start}
						</a>
						<a className="link" href={paths.threads(slug)}>
							{courses.allThreads}
						</a>
					</p>
				</div>
				{recent ? (
					<ThreadList list={recent} />
				) : (
					<p className="empty">{threads.empty}</p>
				)}
			</section>
		</main>
	);
}
