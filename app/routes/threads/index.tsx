import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, readerOf } from "#app/accounts/reader.server.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import { listLessonChoices } from "#app/lessons/queries.server.ts";
import * as paths from "#app/paths.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import { cursorFrom, cursorText } from "#app/platform/postgres/keyset.ts";
import { THREAD_KINDS } from "#app/threads/kinds.ts";
import { LessonFilter } from "#app/threads/lesson-filter.tsx";
import { listOnPage, newsOf } from "#app/threads/list-markup.server.tsx";
import { listThreads, THREADS_PER_PAGE } from "#app/threads/lists.server.ts";
import { ThreadList } from "#app/threads/thread-list.tsx";
import { FilterForm } from "#app/ui/filter-form.tsx";
import { FilterSelect } from "#app/ui/filter-select.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true };

const REMOVED = "removed";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const { searchParams } = new URL(args.request.url);
	const kind =
		THREAD_KINDS.find((name) => name === searchParams.get("kind")) ?? null;
	// Removed ones are listed to those who may bring them back.
	const removed = by.id !== null && searchParams.get("kind") === REMOVED;
	const lesson = pageNumber(searchParams.get("lesson"), 0) || null;
	const before = cursorFrom(searchParams.get("before"));
	const [threads, lessons] = await Promise.all([
		listThreads(course, by, { kind, lesson, removed, before }),
		listLessonChoices(course.id),
	]);
	const reader = await readerOf(args);
	const shown = threads.slice(0, THREADS_PER_PAGE);
	const last = threads.length > THREADS_PER_PAGE ? shown.at(-1) : undefined;
	return {
		pageTitle: await pageTitle(
			args,
			({ threads }) => threads.list,
			course.title,
		),
		course: courseOnPage(course),
		answers: reader.words.news.staffAnswers,
		signedIn: by.id !== null,
		kind: removed ? REMOVED : kind,
		lesson,
		lessons,
		isEmpty: shown.length === 0,
		list: listOnPage(args.context, "threads", shown, {
			...{ reader, now: Date.now() },
			news: await newsOf(course, by, shown),
			...{ slug: course.slug, heading: "h2" },
		}),
		older: last ? cursorText({ time: last.lastActivityAt, id: last.id }) : null,
	};
}

export { meta } from "#app/ui/page.tsx";

export default function Threads() {
	const data = useLoaderData<typeof loader>();
	const { course, kind, lesson, lessons } = data;
	const { threads } = useWords();
	const { slug } = course;
	const path = paths.threads(slug);
	const start = paths.threads.new(slug);
	return (
		<Page
			wide
			from={[paths.course(slug), course.title]}
			title={threads.list}
			beside={
				<a
					className="button"
					href={
						data.signedIn
							? start
							: `${paths.signIn}?redirectTo=${encodeURIComponent(start)}`
					}
				>
					{data.signedIn ? threads.start : threads.startFirst}
				</a>
			}
		>
			<FilterForm path={path} isTyped={!lessons}>
				<FilterSelect label={threads.filterKind} name="kind" value={kind ?? ""}>
					<option value="">{threads.all}</option>
					{THREAD_KINDS.map((name) => (
						<option key={name} value={name}>
							{threads.kinds[name]}
						</option>
					))}
					{data.signedIn && (
						<option value={REMOVED}>{threads.removedOnes}</option>
					)}
				</FilterSelect>
				<LessonFilter lesson={lesson} lessons={lessons} />
			</FilterForm>
			<p className="mt-6">
				<a className="link" href={paths.course.answers(slug)}>
					{data.answers}
				</a>
			</p>
			{data.isEmpty && (
				<p className="empty">
					{kind || lesson ? threads.emptyFiltered : threads.empty}
				</p>
			)}
			<ThreadList list={data.list} />
			{data.older && (
				<p>
					<a
						className="link"
						href={`${path}?${new URLSearchParams({
							...(kind && { kind }),
							...(lesson && { lesson: String(lesson) }),
							before: data.older,
						})}`}
					>
						{threads.older}
					</a>
				</p>
			)}
		</Page>
	);
}
