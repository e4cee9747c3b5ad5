import type { AppLoadContext } from "@remix-run/node";
import { keepProse } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { listNews, type News } from "#app/progress/news.server.ts";
import type { ListedThread } from "#app/threads/lists.server.ts";
import { LockedMark, PrivateMark, StateMark } from "#app/threads/marks.tsx";
import { markupOf, type Reading } from "#app/ui/markup.server.tsx";
import { TimeSince } from "#app/ui/time-ago.tsx";
import type { Member } from "#app/visibility/member.ts";
import { isShown } from "#app/visibility/policy.ts";

type Given = Reading & {
	slug: string;
	heading: "h2" | "h3";
	/** The page's heading may say it already. */
	saysKind?: boolean;
	news: News;
};

/** For the ThreadList of this id. */
export const listOnPage = (
	context: AppLoadContext,
	id: string,
	threads: ListedThread[],
	given: Given,
) => ({
	id,
	html: keepProse(
		context,
		id,
		threads.map((thread) => itemMarkup(thread, given)).join(""),
	),
});

export const newsOf = (
	course: { id: number },
	by: Member,
	threads: { id: number }[],
) => listNews(by, course.id, { threads: threads.map(({ id }) => id) });

export type ListOnPage = ReturnType<typeof listOnPage>;

const itemMarkup = (thread: ListedThread, given: Given) => {
	const { heading, saysKind = true } = given;
	const shown = {
		times: [thread.lastActivityAt],
		variant: `${heading} ${saysKind} ${given.news.threads.get(thread.id)}`,
	};
	return markupOf(thread, given, shown, () => (
		<li>
			<Marks thread={thread} {...given} />
			<Title thread={thread} {...given} />
			<Facts thread={thread} {...given} />
		</li>
	));
};

type Props = Given & { thread: ListedThread };

function Marks({ thread, saysKind = true, reader }: Props) {
	const { threads } = reader.words;
	return (
		<p className="muted facts empty:hidden">
			{saysKind && (
				<span
					className={
						thread.kind === "announcement" ? "text-cinnabar" : undefined
					}
				>
					{threads.kinds[thread.kind]}
				</span>
			)}
			{isShown(thread) && thread.state && <StateMark state={thread.state} />}
			{thread.lessonPlace && (
				<span>{threads.lessonNumber(thread.lessonPlace)}</span>
			)}
			{thread.isPrivate && <PrivateMark />}
			{thread.lockedAt && <LockedMark />}
		</p>
	);
}

const Title = ({ thread, slug, heading: Heading }: Props) => (
	<Heading>
		<a href={paths.thread(slug, thread.number)}>{thread.title}</a>
	</Heading>
);

function Facts({ thread, reader, now, news }: Props) {
	const fresh = news.threads.get(thread.id);
	const { threads, questions } = reader.words;
	return (
		<p className="muted facts">
			{(thread.authorName || thread.isAnonymous) && (
				<span>{thread.authorName ?? threads.anonymous}</span>
			)}
			{thread.authorName && thread.isAnonymous && (
				<span className="imported" title={threads.anonymousHint}>
					{threads.anonymous}
				</span>
			)}
			<span>
				{thread.state === "answered" && thread.replyCount === 0
					? questions.answeredElsewhere
					: threads.replyCount(thread.replyCount)}
			</span>
			{fresh !== undefined && (
				<span className="fresh">
					{fresh > 0
						? reader.words.news.count(fresh)
						: reader.words.news.unopened}
				</span>
			)}
			{thread.voteCount > 0 && (
				<span>
					{thread.kind === "question"
						? questions.meToo(thread.voteCount)
						: threads.voteTitle(0, thread.voteCount)}
				</span>
			)}
			<span>
				<TimeSince time={thread.lastActivityAt} now={now} reader={reader} />
			</span>
		</p>
	);
}
