import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { canCreateCourse } from "#app/courses/policy.ts";
import { listCourses } from "#app/courses/queries.server.ts";
import * as paths from "#app/paths.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { NO_COURSE } from "#app/platform/postgres/changes.server.ts";
import { useViewer } from "#app/ui/viewer.ts";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true };

export async function loader(args: LoaderFunctionArgs) {
	args.context.courseId = NO_COURSE;
	const viewer = await getViewer(args);
	const courses = await listCourses(viewer);
	return { courses, canCreate: canCreateCourse(viewer) };
}

export default function Home() {
	const { courses, canCreate } = useLoaderData<typeof loader>();
	const words = useWords();
	const viewer = useViewer();
	return (
		<main id="main" className="page home">
			<header className="welcome">
				<h1>{words.site.tagline}</h1>
				<p>{words.courses.welcome}</p>
				{!viewer && (
					<p className="muted">
						<a href={paths.signUp} className="button">
							{words.accounts.signUp}
						</a>
						<span>
							{words.accounts.haveAccount}
							<a href={paths.signIn} className="link">
								{words.accounts.signIn}
							</a>
						</span>
					</p>
				)}
			</header>
			<div className="rule-title">
				<h2>{words.courses.title}</h2>
				{canCreate && (
					<p className="facts">
						<a href={paths.newCourse} className="link">
							{words.courses.add}
						</a>
					</p>
				)}
			</div>
			{courses.length === 0 && (
				<p className="empty">
					{canCreate ? words.courses.emptyOwner : words.courses.empty}
				</p>
			)}
			<ul className="courses">
				{courses.map((course) => (
					<li key={course.slug}>
						<h3>
							<a href={paths.course(course.slug)}>{course.title}</a>
						</h3>
						<p>{course.description}</p>
						<p className="muted facts">
							<span>{words.courses.lessons(course.lessons)}</span>
						</p>
					</li>
				))}
			</ul>
		</main>
	);
}
