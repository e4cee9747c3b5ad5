import type { Part } from "#app/lessons/course-lessons.server.ts";
import { OrderedLessons } from "#app/lessons/ordered-lessons.tsx";
import * as paths from "#app/paths.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = { part: Part; slug: string; canOrder: boolean };

/** One part of the titles, links to the others, and where the reader goes on. */
export function LessonTitles({ part, slug, canOrder }: Props) {
	const { courses, progress } = useWords();
	const lessonPath = (number: number) => paths.lesson(slug, number);
	const { titles, parts, page, next, before, after } = part;
	return (
		<>
			{next && (
				<p className="read-on">
					<a href={lessonPath(next.number)}>
						<span className="muted">{courses.readOn}</span>{" "}
						<span className="num">{next.number}</span> {next.title}
					</a>
				</p>
			)}
			{parts.length > 1 && (
				<nav className="pagination parts" aria-label={courses.parts}>
					{parts.map(([first, last], i) => (
						<a
							key={first}
							href={`${paths.course(slug)}?page=${i + 1}#lessons`}
							aria-current={i + 1 === page ? "page" : undefined}
							aria-label={courses.part(first, last)}
						>
							{first}–{last}
						</a>
					))}
				</nav>
			)}
			<OrderedLessons
				lessons={titles}
				slug={slug}
				canOrder={canOrder}
				before={before}
				after={after}
				className="titles"
			>
				{({ number, title, isRead }) => (
					<a href={lessonPath(number)}>
						{title}
						{isRead && (
							<span className="is-read" title={progress.readHint}>
								{" "}
								✓<span className="visually-hidden"> {progress.isRead}</span>
							</span>
						)}
					</a>
				)}
			</OrderedLessons>
		</>
	);
}
