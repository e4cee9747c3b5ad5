import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "#app/accounts/reader.server.ts";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { canCreateCourse } from "#app/courses/policy.ts";
import { listCourses } from "#app/courses/queries.server.ts";
import { countWaitingIn } from "#app/desk/queries.server.ts";
import * as paths from "#app/paths.ts";
import { counted } from "#app/platform/counted.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { NO_COURSE } from "#app/platform/postgres/changes.server.ts";
import { countNewsIn } from "#app/progress/news.server.ts";
import { describePage } from "#app/sharing/head.server.ts";
import { useViewer } from "#app/ui/viewer.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";
import type { Words } from "#app/words/zh.ts";

export const handle: RouteHandle = { isKept: true };

const deskOf = (waiting: number, { courseBar: { desk, ...bar } }: Words) => ({
	name: desk,
	...(waiting > 0 && { count: counted(waiting), hint: bar.waiting(waiting) }),
});

export async function loader(args: LoaderFunctionArgs) {
	args.context.courseId = NO_COURSE;
	const viewer = await getViewer(args);
	const listed = await listCourses(viewer);
	const taught = listed.filter(({ isStaff }) => isStaff);
	const reader = await readerOf(args);
	const { words } = reader;
	describePage(args.context, reader, {
		...{ title: words.site.name, path: paths.home },
		...{ description: words.courses.welcome, subject: { of: "site" } },
	});
	const [waiting, news] = await Promise.all([
		countWaitingIn(taught.map(({ id }) => id)),
		countNewsIn(viewer),
	]);
	const newsOf = (id: number) => {
		const count = news.get(id);
		return count ? words.news.discussions(count) : null;
	};
	return {
		courses: listed.map(({ id, isStaff, ...course }) => ({
			...course,
			news: newsOf(id),
			desk: isStaff ? deskOf(waiting.get(id) ?? 0, words) : null,
		})),
		canCreate: canCreateCourse(viewer),
	};
}

export default function Home() {
	const { courses: listed, canCreate } = useLoaderData<typeof loader>();
	const words = useWords();
	const { courses } = useRareWords();
	const viewer = useViewer();
	return (
		<main id="main" className="page home">
			<header className="max-w-measure pt-12 pb-6">
				<h1 className="text-display">{words.site.tagline}</h1>
				<p className="mt-10 font-song text-reading leading-[1.9] text-muted">
					{courses.welcome}
				</p>
				{!viewer && (
					<p className="mt-14 flex flex-wrap items-center gap-x-12 gap-y-6 text-control leading-[1.6] text-muted">
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
				<h2>{courses.title}</h2>
				{canCreate && (
					<p className="facts">
						<a href={paths.newCourse} className="link">
							{courses.add}
						</a>
					</p>
				)}
			</div>
			{listed.length === 0 && (
				<p className="empty">
					{canCreate ? courses.emptyOwner : courses.empty}
				</p>
			)}
			<ul>
				{listed.map((course) => (
					<li
						key={course.slug}
						className="border-t border-rule py-11 first:border-t-0"
					>
						<h3 className="text-title leading-[1.5]">
							<a className="hover:underline" href={paths.course(course.slug)}>
								{course.title}
							</a>
						</h3>
						<p className="mt-3">{course.description}</p>
						<p className="muted facts mt-3">
							<span>{courses.lessons(course.lessons)}</span>
							{course.news && (
								<a
									className="fresh"
									href={`${paths.course(course.slug)}#recent`}
								>
									{course.news}
								</a>
							)}
							{course.desk && (
								<a href={paths.course.desk(course.slug)}>
									<span className="link">{course.desk.name}</span>{" "}
									<span className="num text-cinnabar" title={course.desk.hint}>
										{course.desk.count}
									</span>
								</a>
							)}
							{(course.isRemoved || course.state !== "shown") && (
								<span>
									{courses.states[course.isRemoved ? "removed" : course.state]}
								</span>
							)}
						</p>
					</li>
				))}
			</ul>
		</main>
	);
}
