import type {
	LessonTitle,
	OnPage,
	Part,
} from "#app/lessons/course-lessons.server.ts";
import { OrderedLessons } from "#app/lessons/ordered-lessons.tsx";
import * as paths from "#app/paths.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	part: Part<OnPage<LessonTitle>>;
	slug: string;
	canOrder: boolean;
};

export function LessonTitles({ part, slug, canOrder }: Props) {
	const { progress } = useWords();
	const { courses } = useRareWords();
	const lessonPath = (number: number) => paths.lesson(slug, number);
	const { titles, start, parts, page, next, before, after } = part;
	return (
		<>
			{next && (
				<p className="font-song text-reading leading-[1.65] font-medium">
					<a
						className="block py-6 hover:underline"
						href={lessonPath(next.number)}
					>
						<span className="muted">{courses.readOn}</span>{" "}
						<span className="tabular-nums">{next.place}</span> {next.title}
					</a>
				</p>
			)}
			{parts.length > 1 && (
				<nav className="pagination border-t-0 py-4" aria-label={courses.parts}>
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
				start={start}
				className="titles"
			>
				{({ number, title, isRead, news }) => (
					<a href={lessonPath(number)}>
						{title}
						{isRead && (
							<span className="is-read text-ink" title={progress.readHint}>
								{" "}
								✓<span className="sr-only"> {progress.isRead}</span>
							</span>
						)}
						{news && <span className="fresh"> {news}</span>}
					</a>
				)}
			</OrderedLessons>
		</>
	);
}
