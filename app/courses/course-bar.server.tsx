import type { AppLoadContext } from "@remix-run/node";
import { keepProse } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { counted } from "#app/platform/counted.ts";
import { Icon } from "#app/ui/icon.tsx";
import { markupOf, type Reading } from "#app/ui/markup.server.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

const ID = "course-bar";

/** More than so many lessons are listed on the course's page alone, in parts. */
const LISTED_MAX = 100;
type Lessons = { number: number; title: string }[];

type Given = Reading & {
	slug: string;
	lessons: Lessons;
	/** Questions that wait for staff; null for others. */
	waiting: number | null;
	/** The addresses that name where one is: a part of the course, a lesson. */
	here: string[];
};

/** For a Prose element of this id. The HTML is kept with the list of lessons. */
export function courseBar(
	context: AppLoadContext,
	{ slug, lessons, waiting, here, ...reading }: Given,
): { id: string; html: string | undefined } {
	const shown = { times: [], variant: `bar ${slug} ${waiting}` };
	const html = markupOf(lessons, reading, shown, () => (
		<Bar slug={slug} lessons={lessons} waiting={waiting} />
	));
	const marked = here.reduce(
		(all, path) =>
			all.replace(`href="${path}"`, `href="${path}" aria-current="page"`),
		html,
	);
	return { id: ID, html: keepProse(context, ID, marked) };
}

type Props = Pick<Given, "slug" | "lessons" | "waiting">;

function Bar({ slug, lessons, waiting }: Props) {
	const { courses, courseBar: bar } = useRareWords();
	return (
		<nav aria-label={bar.label}>
			<span className="lessons-at-hand">
				<a href={paths.course(slug)}>{bar.lessons}</a>
				{lessons.length > 0 && lessons.length <= LISTED_MAX && (
					<details className="menu" name="menu">
						<summary aria-label={courses.contents} title={courses.contents}>
							<Icon name="down" />
						</summary>
						<ol className="menu-items">
							{lessons.map(({ number, title }) => (
								<li key={number}>
									<a href={paths.lesson(slug, number)}>{title}</a>
								</li>
							))}
						</ol>
					</details>
				)}
			</span>
			<a href={paths.questions(slug)}>{bar.questions}</a>
			<a href={paths.threads(slug)}>{bar.threads}</a>
			<a href={paths.glossary(slug)}>{bar.glossary}</a>
			{waiting !== null && (
				<a href={paths.course.desk(slug)}>
					{bar.desk}
					{waiting > 0 && (
						<span className="num" title={bar.waiting(waiting)}>
							{counted(waiting)}
						</span>
					)}
				</a>
			)}
		</nav>
	);
}
