import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { readerOf } from "#app/accounts/reader.server.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import {
	listOccurrences,
	type Occurrences,
} from "#app/glossary/occurrences.server.ts";
import { canEditGlossary } from "#app/glossary/policy.ts";
import { listTerms } from "#app/glossary/queries.server.ts";
import { RemovedTerms } from "#app/glossary/removed-terms.tsx";
import { TermList } from "#app/glossary/term-list.tsx";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import { describePage } from "#app/sharing/head.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export const handle: RouteHandle = { isKept: true };

const NOWHERE: Occurrences = { lessons: [], count: 0 };

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const [all, { occurrences, isUnderway }] = await Promise.all([
		listTerms(course, by),
		listOccurrences(course),
	]);
	const canEdit = canEditGlossary(by);
	const terms = all
		.filter(({ isRemoved }) => !isRemoved)
		.map((term) => ({ ...term, ...(occurrences.get(term.id) ?? NOWHERE) }));
	const reader = await readerOf(args);
	const { glossary: says } = reader.words;
	const title = `${says.title} · ${course.title}`;
	const path = paths.glossary(course.slug);
	const about = pageNumber(
		new URL(args.request.url).searchParams.get("about"),
		0,
	);
	const term = terms.find(({ id }) => id === about);
	describePage(args.context, reader, {
		...{ title, path, description: says.about },
		subject: term ? { of: "term", course, ...term } : { of: "course", course },
	});
	const list = (
		<TermList
			terms={terms}
			reader={reader}
			now={Date.now()}
			slug={course.slug}
			canEdit={canEdit}
		/>
	);
	return {
		pageTitle: title,
		course: courseOnPage(course),
		canEdit,
		isEmpty: terms.length === 0,
		terms: keepProse(args.context, "terms", renderToStaticMarkup(list)),
		removed: all
			.filter(({ isRemoved }) => isRemoved)
			.map(({ id, source, renderings }) => ({ id, source, renderings })),
		isUnderway,
	};
}

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";

export default function GlossaryPage() {
	const { course, canEdit, isEmpty, terms, removed, isUnderway } =
		useLoaderData<typeof loader>();
	const { glossary } = useRareWords();
	const { slug } = course;
	return (
		<Page
			wide
			from={[paths.course(slug), course.title]}
			title={glossary.title}
			beside={
				canEdit && (
					<a className="button quiet" href={paths.glossary.new(slug)}>
						{glossary.add}
					</a>
				)
			}
		>
			<p className="max-w-narrow text-muted">{glossary.about}</p>
			{isUnderway && <p className="hint">{glossary.underway}</p>}
			{isEmpty ? (
				<p className="empty">
					{canEdit ? glossary.emptyStaff : glossary.empty}
				</p>
			) : (
				<Prose as="ul" id="terms" className="terms" html={terms} />
			)}
			<RemovedTerms terms={removed} slug={slug} />
		</Page>
	);
}
