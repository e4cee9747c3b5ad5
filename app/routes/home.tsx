import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { canCreateCourse } from "#app/courses/policy.ts";
import { listCourses } from "#app/courses/queries.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const [courses, viewer] = await Promise.all([listCourses(), getViewer(args)]);
	return { courses, canCreate: canCreateCourse(viewer) };
}

export default function Home() {
	const { courses, canCreate } = useLoaderData<typeof loader>();
	const words = useWords();
	return (
		<main id="main" className="page">
			<header className="page-head">
				<h1>{words.courses.title}</h1>
				{canCreate && (
					<a href="/courses/new" className="button quiet">
						{words.courses.add}
					</a>
				)}
			</header>
			{courses.length === 0 && (
				<p className="empty">
					{canCreate ? words.courses.emptyOwner : words.courses.empty}
				</p>
			)}
			<ul className="courses">
				{courses.map((course) => (
					<li key={course.slug}>
						<h2>
							<a href={`/courses/${course.slug}`}>{course.title}</a>
						</h2>
						<p>{course.description}</p>
						<p className="muted facts">
							<span>{words.courses.lessons(course.lessons)}</span>
							<span>{words.courses.replies(course.replies)}</span>
							{course.lastActivityAt && (
								<span>
									{words.courses.lastActivity}
									<TimeAgo time={course.lastActivityAt} />
								</span>
							)}
						</p>
					</li>
				))}
			</ul>
		</main>
	);
}
