import { useLoaderData } from "@remix-run/react";
import * as paths from "#app/paths.ts";
import type { Marked } from "#app/search/excerpt.ts";
import type { FoundOnPage, SearchOnPage } from "#app/search/page.server.ts";
import { SearchForm } from "#app/search/search-form.tsx";
import { StateMark } from "#app/threads/marks.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Data = SearchOnPage & { course: { slug: string; title: string } | null };

/** The same for one course and for all. */
export function SearchPage() {
	const data = useLoaderData<Data>();
	const { course, typed, chosen, found, count } = data;
	const { search } = useRareWords();
	const { nav } = useWords();
	const everywhere = `${paths.search()}?${new URLSearchParams({ q: typed, ...chosen })}`;
	return (
		<Page
			wide
			{...(course && { from: [paths.course(course.slug), course.title] })}
			title={course ? nav.searchCourse : nav.search}
		>
			<SearchForm
				{...(course
					? {
							action: paths.searchIn(course.slug),
							quick: paths.searchIn.quick(course.slug),
						}
					: { action: paths.search(), quick: paths.search.quick() })}
				typed={typed}
				chosen={chosen}
				asksCourse={!course}
			/>
			{data.ignored.length > 0 && (
				<p className="facts">
					<span>{search.ignored}</span>
					{data.ignored.map(({ what, text }, i) => (
						<span key={i}>{search.notUnderstood[what](text)}</span>
					))}
				</p>
			)}
			{data.isAsked ? (
				<p className="muted facts">
					<span>{search.count(count)}</span>
					{data.synonyms.map(({ word, others }) => (
						<span key={word}>{search.synonyms(word, others.join(" · "))}</span>
					))}
					{data.alikes.map(({ word, others }) => (
						<span key={word}>
							{(data.isNoneTyped ? search.alike : search.alsoAlike)(
								word,
								others.join(" · "),
							)}
						</span>
					))}
					{data.readings.map(({ word, others }) => (
						<span key={word}>{search.reading(word, others.join(" · "))}</span>
					))}
					{course && (
						<span>
							<a className="link" href={everywhere}>
								{search.everywhere}
							</a>
						</span>
					)}
				</p>
			) : (
				<p className="empty">{typed ? search.noWords : search.hint}</p>
			)}
			{data.isAsked && count === 0 && <p className="empty">{search.empty}</p>}
			<ul className="threads found">
				{found.map((one) => (
					<li key={`${one.kind} ${one.href}`}>
						<Result one={one} isInCourse={course !== null} />
					</li>
				))}
			</ul>
			<Pagination page={data.page} pages={data.pages} />
		</Page>
	);
}

const Text = ({ marked }: { marked: Marked[] }) =>
	marked.map(([text, isHit], i) =>
		isHit ? <mark key={i}>{text}</mark> : text,
	);

function Result({
	one,
	isInCourse,
}: {
	one: FoundOnPage;
	isInCourse: boolean;
}) {
	const { threads } = useWords();
	const { search } = useRareWords();
	const { lesson } = one;
	const writer = one.isAnonymous ? threads.anonymous : one.writer;
	return (
		<>
			<p className="muted facts">
				<span>{one.named}</span>
				{one.state && <StateMark state={one.state} />}
				{!isInCourse && <span>{one.courseTitle}</span>}
				{lesson && <span>{lesson.title}</span>}
				{one.settles && <span>{search.settles(one.settles)}</span>}
			</p>
			<h2>
				<a href={one.href}>
					{one.title.length > 0 ? (
						<Text marked={one.title} />
					) : (
						<Text marked={one.excerpt} />
					)}
				</a>
			</h2>
			{one.title.length > 0 && one.excerpt.length > 0 && (
				<p>
					<Text marked={one.excerpt} />
				</p>
			)}
			{(writer || one.at) && (
				<p className="muted facts">
					{writer && <span>{writer}</span>}
					{one.at && (
						<span>
							<TimeAgo time={one.at} />
						</span>
					)}
				</p>
			)}
		</>
	);
}
