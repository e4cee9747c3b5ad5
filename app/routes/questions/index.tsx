import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, readerOf } from "#app/accounts/reader.server.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import { listLessonChoices } from "#app/lessons/queries.server.ts";
import * as paths from "#app/paths.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import {
	placeCursorFrom,
	placeCursorText,
	rankedCursorFrom,
	rankedCursorText,
} from "#app/platform/postgres/keyset.ts";
import { Filters, inOrder, Orders } from "#app/questions/filters.tsx";
import {
	listQuestions,
	QUESTIONS_PER_PAGE,
} from "#app/questions/lists.server.ts";
import { QUESTION_ORDERS } from "#app/questions/orders.ts";
import { QUESTION_FILTERS } from "#app/questions/policy.ts";
import { listOnPage, newsOf } from "#app/threads/list-markup.server.tsx";
import { ThreadList } from "#app/threads/thread-list.tsx";
import { Onward } from "#app/ui/onward.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true };

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
	const begun = searchParams.get("after");
	const order =
		QUESTION_ORDERS.find((name) => name === searchParams.get("order")) ??
		"wanted";
	const cut =
		order === "place"
			? { order, after: placeCursorFrom(begun) }
			: { order, after: rankedCursorFrom(begun) };
	const [{ questions, count }, lessons] = await Promise.all([
		listQuestions(course, by, { filter, lesson, block, ...cut }),
		listLessonChoices(course.id),
	]);
	const shown = questions.slice(0, QUESTIONS_PER_PAGE);
	const last = questions.length > shown.length ? shown.at(-1) : undefined;
	return {
		pageTitle: await pageTitle(
			args,
			({ questions }) => questions.title,
			course.title,
		),
		course: courseOnPage(course),
		signedIn: by.id !== null,
		filters,
		filter,
		order,
		lesson,
		lessons,
		block,
		list: listOnPage(args.context, "questions", shown, {
			...{ reader: await readerOf(args), now: Date.now() },
			news: await newsOf(course, by, shown),
			...{ slug: course.slug, heading: "h2", saysKind: false },
		}),
		count,
		isFirst: !cut.after,
		next: last ? cursorOf(last) : null,
	};
}

const cursorOf = ({
	place,
	voteCount,
	createdAt,
	number,
}: Awaited<ReturnType<typeof listQuestions>>["questions"][number]) =>
	place
		? placeCursorText(place)
		: rankedCursorText({ rank: voteCount, time: createdAt, id: number });

export { meta } from "#app/ui/page.tsx";

export default function Questions() {
	const data = useLoaderData<typeof loader>();
	const { course, filter, order, lesson, block, next } = data;
	const { questions } = useWords();
	const { orders } = useRareWords().asking;
	const { slug } = course;
	const path = paths.questions(slug);
	const narrowed = {
		...(filter && { filter }),
		...inOrder(order),
		...(lesson && { lesson: String(lesson) }),
		...(block && { block: String(block) }),
	};
	const ask = `${paths.threads.new(slug)}?kind=question`;
	return (
		<Page
			wide
			from={[paths.course(slug), course.title]}
			title={questions.title}
			beside={
				<a
					className="button"
					href={
						data.signedIn
							? ask
							: `${paths.signIn}?redirectTo=${encodeURIComponent(ask)}`
					}
				>
					{data.signedIn ? questions.ask : questions.askFirst}
				</a>
			}
		>
			<Filters
				path={path}
				filters={data.filters}
				filter={filter}
				order={order}
				lesson={lesson}
				lessons={data.lessons}
			/>
			{data.count > 1 && (
				<Orders path={path} order={order} narrowed={narrowed} />
			)}
			{data.count > 0 ? (
				<p className="muted facts">
					<span>{questions.count(data.count)}</span>
					<span>{order === "place" ? orders.inPlace : questions.order}</span>
					{filter === "unanswered" && <span>{questions.unansweredHint}</span>}
				</p>
			) : (
				<p className="empty">
					{filter || lesson ? questions.emptyFiltered : questions.empty}
				</p>
			)}
			<ThreadList list={data.list} />
			<Onward
				first={
					data.isFirst ? undefined : `${path}?${new URLSearchParams(narrowed)}`
				}
				next={
					next
						? `${path}?${new URLSearchParams({ ...narrowed, after: next })}`
						: undefined
				}
			/>
		</Page>
	);
}
