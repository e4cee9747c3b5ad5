import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { listLessonLinks } from "#app/lessons/queries.server.ts";
import { pagesOf } from "#app/platform/http.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { pageNumber } from "#app/platform/search-params.ts";
import { Filters } from "#app/questions/filters.tsx";
import { QUESTION_FILTERS } from "#app/questions/policy.ts";
import {
	listQuestionPage,
	QUESTIONS_PER_PAGE,
} from "#app/questions/queries.server.ts";
import { listed, ThreadList } from "#app/threads/thread-list.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const { searchParams } = new URL(args.request.url);
	const asked = searchParams.get("filter");
	const filters = QUESTION_FILTERS.filter(
		(filter) => filter !== "mine" || by.id !== null,
	);
	const filter = filters.find((name) => name === asked) ?? null;
	const lesson = pageNumber(searchParams.get("lesson"), 0) || null;
	const block = pageNumber(searchParams.get("block"), 0) || null;
	const page = pageNumber(searchParams.get("page"));
	const [{ questions, count }, lessons] = await Promise.all([
		listQuestionPage(course, by, { filter, lesson, block, page }),
		listLessonLinks(course.id),
	]);
	const pages = pagesOf(args.request, {
		count,
		perPage: QUESTIONS_PER_PAGE,
		page,
	});
	return {
		pageTitle: await pageTitle(
			args,
			({ questions }) => questions.title,
			course.title,
		),
		course,
		signedIn: by.id !== null,
		filters,
		filter,
		lesson,
		lessons,
		questions: questions.map(listed),
		count,
		page,
		pages,
	};
}

export { meta } from "#app/ui/page.tsx";

export default function Questions() {
	const data = useLoaderData<typeof loader>();
	const { course, filter, lesson } = data;
	const { questions } = useWords();
	const coursePath = `/courses/${course.slug}`;
	const ask = `${coursePath}/threads/new?kind=question`;
	return (
		<Page
			wide
			from={[coursePath, course.title]}
			title={questions.title}
			beside={
				<a
					className="button"
					href={
						data.signedIn
							? ask
							: `/sign-in?redirectTo=${encodeURIComponent(ask)}`
					}
				>
					{data.signedIn ? questions.ask : questions.askFirst}
				</a>
			}
		>
			<Filters
				path={`${coursePath}/questions`}
				filters={data.filters}
				filter={filter}
				lesson={lesson}
				lessons={data.lessons}
			/>
			{data.count > 0 ? (
				<p className="muted">{questions.count(data.count)}</p>
			) : (
				<p className="empty">
					{filter || lesson ? questions.emptyFiltered : questions.empty}
				</p>
			)}
			<ThreadList
				threads={data.questions}
				coursePath={coursePath}
				heading="h2"
				saysKind={false}
			/>
			<Pagination page={data.page} pages={data.pages} />
		</Page>
	);
}
