import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { readerOf } from "#app/accounts/reader.server.ts";
import { courseBar } from "#app/courses/course-bar.server.tsx";
import { findCourse } from "#app/courses/queries.server.ts";
import { countWaiting } from "#app/desk/queries.server.ts";
import { lessonsAround } from "#app/lessons/around.ts";
import { findOutline } from "#app/lessons/course-lessons.server.ts";
import { findLesson } from "#app/lessons/queries.server.ts";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { findThreadOnPage } from "#app/threads/queries.server.ts";
import { isStaff } from "#app/visibility/member.ts";

/** What the page itself asks for, so that nothing is asked twice. */
function findPlace(args: LoaderFunctionArgs, part: string, rest: string[]) {
	const isOne = rest.length === 1 && rest[0] === args.params.number;
	if (isOne && part === "lessons") return findLesson(args);
	if (isOne && part === "threads") return findThreadOnPage(args);
	return findCourse(args);
}

export async function loader(args: LoaderFunctionArgs) {
	const { pathname, searchParams } = new URL(args.request.url);
	const [part = "", ...rest] = pathname.split("/").slice(3);
	const found = await findPlace(args, part, rest);
	const { course, by } = found;
	const { slug } = course;
	const [{ lessons }, waiting] = await Promise.all([
		findOutline(course.id),
		isStaff(by.role) ? countWaiting(course) : null,
	]);
	const kind = "thread" in found ? found.thread.kind : searchParams.get("kind");
	const isQuestion = part === "threads" && kind === "question";
	const tab = isQuestion ? "questions" : part;
	const isLesson = part === "lessons" && rest.length === 1;
	return {
		around: isLesson ? lessonsAround(lessons, Number(rest[0])) : [],
		bar: courseBar(args.context, {
			...{ reader: await readerOf(args), now: Date.now() },
			...{ slug, lessons, waiting: waiting?.count ?? null },
			here: [
				tab === "" || tab === "lessons"
					? paths.course(slug)
					: `${paths.course(slug)}/${tab}`,
				...(part === "lessons" ? [paths.lesson(slug, Number(rest[0]))] : []),
			],
		}),
	};
}

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";

export default function CourseLayout() {
	const { around, bar } = useLoaderData<typeof loader>();
	return (
		<>
			<Prose id={bar.id} html={bar.html} className="course-bar" />
			<Outlet context={around} />
		</>
	);
}
