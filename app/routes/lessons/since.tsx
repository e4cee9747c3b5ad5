import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import { listSince, type Since } from "#app/lessons/since.server.ts";
import { Changes } from "#app/notes/changes.tsx";
import * as paths from "#app/paths.ts";
import { ActForm } from "#app/ui/act-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const reader = signedIn(by, args);
	return {
		pageTitle: await pageTitle(
			args,
			({ news }) => news.sinceTitle,
			course.title,
		),
		course: courseOnPage(course),
		lessons: await listSince(course, reader),
	};
}

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";

export default function SinceRead() {
	const { course, lessons } = useLoaderData<typeof loader>();
	const { news } = useRareWords();
	const { slug } = course;
	return (
		<Page
			wide
			from={[paths.course(slug), course.title]}
			title={news.sinceTitle}
		>
			<p className="muted">{news.sinceHint}</p>
			{lessons.length === 0 && <p className="empty">{news.nothingSince}</p>}
			{lessons.map((lesson) => (
				<section
					key={lesson.number}
					aria-labelledby={`lesson-${lesson.number}`}
				>
					<div className="rule-title">
						<h2 id={`lesson-${lesson.number}`}>
							<a href={paths.lesson(slug, lesson.number)}>{lesson.title}</a>
						</h2>
						<ActForm action={paths.lesson.progress(slug, lesson.number)}>
							<button
								type="submit"
								name="read"
								value="true"
								className="plain link"
							>
								{news.seen}
								<span className="sr-only"> {lesson.title}</span>
							</button>
						</ActForm>
					</div>
					<ul className="threads">
						{lesson.changes.map((change) => (
							<Item
								key={`${change.kind} ${change.id}`}
								{...{ change, slug }}
								lesson={lesson.number}
							/>
						))}
					</ul>
				</section>
			))}
		</Page>
	);
}

type Change = Since["changes"][number];

const addressOf = (slug: string, lesson: number, { kind, id }: Change) =>
	({
		note: `${paths.lesson(slug, lesson)}#note-${id}`,
		block: `${paths.lesson(slug, lesson)}#block-${id}`,
		answer: paths.thread(slug, id),
		term: `${paths.glossary(slug)}#term-${id}`,
	})[kind];

type Props = { change: Change; slug: string; lesson: number };

function Item({ change, slug, lesson }: Props) {
	const { sinceKinds } = useRareWords().news;
	const kind =
		change.kind === "block" && change.changes ? "corrected" : change.kind;
	return (
		<li>
			<p className="muted facts">
				<a href={addressOf(slug, lesson, change)} className="link">
					{sinceKinds[kind]}
				</a>
			</p>
			{change.changes ? (
				<p className="wordings">
					<Changes changes={change.changes} />
				</p>
			) : (
				<p dangerouslySetInnerHTML={{ __html: change.html }} />
			)}
		</li>
	);
}
