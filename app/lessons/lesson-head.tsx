import { Publishing } from "#app/courses/publishing.tsx";
import type { CourseOnPage } from "#app/courses/queries.server.ts";
import type { Lesson } from "#app/lessons/queries.server.ts";
import * as paths from "#app/paths.ts";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { Title } from "#app/ui/title.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	course: CourseOnPage;
	lesson: Pick<
		Lesson,
		"number" | "place" | "state" | "isRemoved" | "title" | "updatedAt" | "asked"
	>;
	minutes: number;
	replyCount: number;
	canEdit: boolean;
	toCheck: number;
};

export function LessonHead({
	course,
	lesson,
	minutes,
	replyCount,
	canEdit,
	toCheck,
}: Props) {
	const { lessons, threads } = useWords();
	const { slug } = course;
	return (
		<header className="lesson-head mb-22">
			<p className="muted facts">
				<a className="link" href={paths.course(slug)}>
					{course.title}
				</a>
				{lesson.place && <span>{threads.lessonNumber(lesson.place)}</span>}
				<span>{lessons.minutes(minutes)}</span>
				<a className="link" href="#replies">
					{threads.replyCount(replyCount)}
				</a>
				{lesson.asked > 0 && (
					<a
						className="link"
						href={`${paths.questions(slug)}?lesson=${lesson.number}`}
					>
						{lessons.asked(lesson.asked)}
					</a>
				)}
			</p>
			<h1 className="mt-3.5 mb-7 text-display leading-[1.35]">
				<Title text={lesson.title} />
			</h1>
			<p className="muted facts">
				<span>
					{lessons.revised}
					<TimeAgo time={lesson.updatedAt} />
				</span>
				{toCheck > 0 && (
					<a
						className="link text-cinnabar"
						href={`${paths.course.desk(slug)}#notes-to-check`}
					>
						{lessons.toCheck(toCheck)}
					</a>
				)}
				{canEdit && (
					<a className="link" href={paths.lesson.edit(slug, lesson.number)}>
						{lessons.edit}
					</a>
				)}
			</p>
			{canEdit && (
				<Publishing
					action={paths.lesson.publishing(slug, lesson.number)}
					state={lesson.state}
					isRemoved={lesson.isRemoved}
				/>
			)}
		</header>
	);
}
