import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, readerOf } from "#app/accounts/reader.server.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { cursorFrom, cursorText } from "#app/platform/postgres/keyset.ts";
import {
	ANSWERS_PER_PAGE,
	listStaffAnswers,
} from "#app/replies/by-staff.server.ts";
import { Page } from "#app/ui/page.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true };

const textId = ({ id }: { id: number }) => `answer-${id}`;

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const before = new URL(args.request.url).searchParams.get("before");
	const found = await listStaffAnswers(course, by, cursorFrom(before));
	const answers = found.slice(0, ANSWERS_PER_PAGE);
	const last = found.length > answers.length ? answers.at(-1) : undefined;
	const { words } = await readerOf(args);
	return {
		pageTitle: await pageTitle(
			args,
			({ news }) => news.staffAnswers,
			course.title,
		),
		course: courseOnPage(course),
		title: words.news.staffAnswers,
		empty: words.news.noStaffAnswers,
		answers: answers.map((answer) => ({
			...answer,
			html: keepProse(args.context, textId(answer), answer.html),
		})),
		older: last ? cursorText({ time: last.createdAt, id: last.id }) : null,
	};
}

export { meta } from "#app/ui/page.tsx";

export default function StaffAnswers() {
	const { course, title, empty, answers, older } =
		useLoaderData<typeof loader>();
	const { accounts, threads } = useWords();
	const { slug } = course;
	return (
		<Page wide from={[paths.threads(slug), threads.list]} title={title}>
			{answers.length === 0 && <p className="empty">{empty}</p>}
			<ul className="threads">
				{answers.map((answer) => (
					<li key={answer.id}>
						<h2>
							<a href={paths.reply(slug, answer.id)} rel="nofollow">
								{answer.threadTitle}
							</a>
						</h2>
						<p className="muted facts">
							<a href={paths.person(answer.handle)}>{answer.name}</a>
							{answer.lessonPlace && (
								<span>{threads.lessonNumber(answer.lessonPlace)}</span>
							)}
							<TimeAgo time={answer.createdAt} />
						</p>
						<Prose
							id={textId(answer)}
							html={answer.html}
							className="prose mt-5"
						/>
					</li>
				))}
			</ul>
			{older && (
				<p>
					<a
						className="link"
						href={`${paths.course.answers(slug)}?before=${older}`}
						rel="next"
					>
						{accounts.older}
					</a>
				</p>
			)}
		</Page>
	);
}
