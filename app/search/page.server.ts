import type { LoaderFunctionArgs } from "@remix-run/node";
import { readerOf } from "#app/accounts/reader.server.ts";
import { plainText } from "#app/markdown/plain-text.ts";
import { renderShort } from "#app/markdown/short.server.ts";
import { noteId } from "#app/notes/margin-notes.tsx";
import * as paths from "#app/paths.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import { excerptOf, type Marked, markedText } from "#app/search/excerpt.ts";
import type { Found, Where } from "#app/search/find.server.ts";
import { narrow } from "#app/search/narrowing.server.ts";
import type { ConditionName } from "#app/search/operators.ts";
import { chosenIn, QUERY_MAX, readQuery } from "#app/search/query.ts";
import { findResults, titleOf } from "#app/search/results.server.ts";
import type { Words } from "#app/words/zh.ts";

export type SearchOnPage = Awaited<ReturnType<typeof searchOnPage>>;
export type FoundOnPage = SearchOnPage["found"][number];

/** @throws Response 302 to the last page, where the asked one is beyond it */
export async function searchOnPage(args: LoaderFunctionArgs, where: Where) {
	const { searchParams } = new URL(args.request.url);
	const typed = (searchParams.get("q") ?? "").slice(0, QUERY_MAX).trim();
	const page = pageNumber(searchParams.get("page"));
	const chosen = chosenIn(searchParams);
	const query = readQuery(typed, chosen);
	const { words, timeZone } = await readerOf(args);
	const { conditions, ignored } = await narrow(where, query, timeZone);
	const title = words.nav.search;
	const isAsked = query.wanted.length > 0 || conditions.length > 0;
	return {
		typed,
		chosen: Object.fromEntries(
			chosen.map(({ name, value }) => [name, value]),
		) as Partial<Record<ConditionName, string>>,
		ignored: [...query.ignored, ...ignored],
		pageTitle: [typed, title, where.course?.title].filter(Boolean).join(" · "),
		isAsked,
		page,
		...(isAsked
			? await resultsOnPage(words, args.request, where, query, {
					narrowing: conditions,
					page,
				})
			: NOTHING),
	};
}

const NOTHING = {
	...{ count: 0, pages: 1, isNoneTyped: false },
	...{ synonyms: [], alikes: [], readings: [], found: [] },
};

async function resultsOnPage(
	words: Words,
	...given: Parameters<typeof findResults>
) {
	const { sought, found, ...results } = await findResults(...given);
	return {
		...results,
		found: await Promise.all(found.map((one) => onPage(one, sought, words))),
	};
}

const hasHit = (marked: Marked[]) => marked.some(([, isHit]) => isHit);

async function onPage(one: Found, sought: string[], words: Words) {
	const { kind, id, slug, courseTitle, lesson, thread, at, ...rest } = one;
	const { state, writer, isAnonymous, settles } = rest;
	const short = one.words ? await renderShort(one.words) : "";
	const [excerpt = []] = [short, one.html]
		.filter(Boolean)
		.map((html) => excerptOf(plainText(html), sought))
		.toSorted((a, b) => Number(hasHit(b)) - Number(hasHit(a)));
	const title = kind === "term" ? "" : titleOf(one);
	return {
		...{ kind, slug, courseTitle, lesson, writer, isAnonymous, at },
		named: kindOf(one, words),
		state: kind === "thread" ? state : null,
		href: addressOf(one),
		title: markedText(plainText(await renderShort(title)), sought),
		excerpt,
		settles: settles && plainText(await renderShort(settles)),
	};
}

export const kindOf = (
	{ kind, noteKind, thread }: Found,
	{ threads, search }: Words,
): string =>
	(kind === "note" && noteKind && threads.notes[noteKind]) ||
	(kind === "thread" &&
		thread &&
		thread.kind !== "lesson" &&
		threads.kinds[thread.kind]) ||
	search.kinds[kind === "thread" ? "block" : kind];

export function addressOf(one: Found): string {
	const { kind, id, slug, lesson, thread, margin } = one;
	if (margin) return `${paths.lesson(slug, margin)}#${noteId(id)}`;
	if (kind === "term") return `${paths.glossary(slug)}#term-${id}`;
	if (kind === "block" && lesson)
		return `${paths.lesson(slug, lesson.number)}#block-${id}`;
	if (kind !== "thread") return paths.reply(slug, id);
	return thread?.kind === "lesson" && lesson
		? paths.lesson(slug, lesson.number)
		: paths.thread(slug, id);
}
