import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "#app/accounts/reader.server.ts";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { courseOnPage } from "#app/courses/queries.server.ts";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import { Pinned } from "#app/notes/pinned.tsx";
import { listPins } from "#app/notes/queries.server.ts";
import { readNotificationsOf } from "#app/notifications/commands.server.ts";
import * as paths from "#app/paths.ts";
import { notFound, pagesOf } from "#app/platform/http/request.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import { newsLine } from "#app/progress/news-line.server.tsx";
import { readLater } from "#app/progress/read-later.server.ts";
import { findAnchor } from "#app/questions/anchors.server.ts";
import { PassageQuote } from "#app/questions/passage.tsx";
import { questionOnPage } from "#app/questions/presentation.server.ts";
import { findSettling, listSettled } from "#app/questions/queries.server.ts";
import { QuestionActs } from "#app/questions/question-acts.tsx";
import { Settled } from "#app/questions/settled.tsx";
import { Settles } from "#app/questions/settles.tsx";
import { CheckIns } from "#app/replies/check-ins.tsx";
import { listOnPage } from "#app/replies/list-markup.server.tsx";
import { isNumbered } from "#app/replies/numbered.ts";
import { findOtherView } from "#app/replies/other-view.server.ts";
import { otherViewId } from "#app/replies/other-view.tsx";
import { listPage } from "#app/replies/page.server.ts";
import { checkIns, onPage } from "#app/replies/presentation.server.ts";
import {
	listUnlisted,
	REPLIES_PER_PAGE,
	UNDER_PER_PAGE,
} from "#app/replies/queries.server.ts";
import { asSort } from "#app/replies/ranking.ts";
import { RemovedReplies } from "#app/replies/removed-replies.tsx";
import { ReplyList } from "#app/replies/reply-list.tsx";
import { SortLinks } from "#app/replies/sort-links.tsx";
import { pinId } from "#app/replies/who-line.server.tsx";
import { WriteLink } from "#app/replies/write-link.tsx";
import { WriteReply } from "#app/replies/write-reply.tsx";
import { describeThread } from "#app/sharing/thread.server.ts";
import { findSpread } from "#app/thinking/queries.server.ts";
import { SpreadBar } from "#app/thinking/spread-bar.tsx";
import { isOpenTo } from "#app/threads/policy.ts";
import { openerOnPage } from "#app/threads/presentation.server.ts";
import { findThreadOnPage, type Thread } from "#app/threads/queries.server.ts";
import { ThreadProvider } from "#app/threads/thread-context.tsx";
import { ThreadHead } from "#app/threads/thread-head.tsx";
import { Onward } from "#app/ui/onward.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { OPENING_CHARACTERS } from "#app/visibility/limits.ts";
import { canReadReplies } from "#app/visibility/policy.ts";
import { findVotes } from "#app/votes/queries.server.ts";
import { type ServerReader, useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true };

/** Removed replies on later pages: enough to take back what one has just removed there. */
const UNDO_SHOWN = 3;

export async function loader(args: LoaderFunctionArgs) {
	const found = await findThreadOnPage(args);
	const { course, by, thread } = found;
	await readNews(args, thread);
	const { pathname: path, searchParams } = new URL(args.request.url);
	const from = pageNumber(searchParams.get("from"), 0);
	const sort = from ? "oldest" : asSort(searchParams.get("sort"));
	const page = pageNumber(searchParams.get("page"));
	const under = pageNumber(searchParams.get("under"), 0);
	const byStaff = searchParams.get("by") === "staff";
	const isFirst = page === 1 && !under && !from && !byStaff;
	const isOpen = canReadReplies(by, thread);
	const showsOther = isOpen && isFirst && sort === "best";
	const [listing, pins, unlisted, anchor, settling, settled, spread, other] =
		await Promise.all([
			listPage(thread, by, { path, under, from, sort, page, byStaff }),
			listPins(thread, by),
			listUnlisted(thread, by, isFirst ? 20 : UNDO_SHOWN),
			thread.hasAnchor ? findAnchor(thread.id) : null,
			thread.settledByReplyId ? findSettling(thread.settledByReplyId) : null,
			thread.settles && isFirst ? listSettled(thread.id, by) : [],
			isOpen && isFirst ? findSpread(thread, by) : null,
			showsOther ? findOtherView(thread, by) : null,
		]);
	if (!listing) throw notFound();
	const { replies, earlier = null, later = null } = listing;
	const pages =
		from || byStaff
			? 0
			: pagesOf(args.request, {
					count: under
						? (replies[0]?.underCount ?? 0)
						: isOpen
							? thread.topCount
							: 0,
					perPage: under ? UNDER_PER_PAGE : REPLIES_PER_PAGE,
					page,
				});
	const { context } = args;
	const votes = await findVotes(
		args.request,
		by,
		[
			...replies,
			...unlisted,
			...pins.map(({ reply }) => reply),
			...(other ? [other.reply] : []),
		],
		found.votes,
	);
	const reader = await readerOf(args);
	const forPage = {
		hasPinsAbove: isFirst,
		...{ context, reader, now: Date.now() },
		...{ slug: course.slug, by, thread, votes },
	};
	readLater(args, by, { ...thread, isOpen });
	const about = pageNumber(searchParams.get("about"), 0);
	describeThread(context, reader, {
		...{ course, thread, settling },
		about: replies.find(({ id }) => id === about) ?? null,
		replies: isFirst ? replies : [],
		at: { under, page },
	});
	return {
		course: courseOnPage(course),
		thread: openerOnPage(
			by,
			thread,
			thread.html && keepProse(context, "opener", thread.html),
		),
		question: thread.kind === "question" ? questionOnPage(by, thread) : null,
		empty: emptyIn(reader, {
			isEmpty: thread.replyCount === 0 && !settling && isOpenTo(by, thread),
			isByStaff: isOpen && byStaff && replies.length === 0,
		}),
		sort: byStaff ? ("staff" as const) : sort,
		page,
		pages,
		under,
		from,
		earlier,
		later,
		isOpen,
		news: newsLine({ context, reader, slug: course.slug }, thread.news, {
			path: paths.thread(course.slug, thread.number),
			pins: isFirst ? 0 : pins.length,
		}),
		spread,
		branches: listOnPage(forPage, replies, {
			linkRest: !under,
			hasOther: other !== null,
		}),
		other: other && {
			...other,
			reply: onPage(forPage, other.reply, otherViewId(other.reply)),
		},
		checkIns: checkIns(forPage, replies),
		pins: isFirst
			? pins.map((pin) => ({
					...pin,
					reply: onPage(forPage, pin.reply, pinId(pin.reply)),
				}))
			: [],
		anchor,
		settling: settling && {
			...settling,
			html: keepProse(context, "settling", settling.html),
		},
		settled,
		unlisted: unlisted.map((reply) => onPage(forPage, reply)),
		submissionId: randomUUID(),
	};
}

function emptyIn(
	{ words }: ServerReader,
	{ isEmpty, isByStaff }: { isEmpty: boolean; isByStaff: boolean },
) {
	if (isEmpty) return words.threads.noReplies;
	return isByStaff ? words.news.noneByStaff : null;
}

/** Seeing the thread reads its notifications. @throws Response 302 to the same page, so that its header is right */
async function readNews(args: LoaderFunctionArgs, { id }: Thread) {
	const viewer = await getViewer(args);
	if (!viewer?.news || !(await readNotificationsOf(id, viewer.id))) return;
	const { pathname, search } = new URL(args.request.url);
	throw redirect(pathname + search, {
		headers: { "X-Remix-Revalidate": "yes" },
	});
}

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.thread.title} · ${data.course.title}` : "" },
];

export default function ThreadPage() {
	const data = useLoaderData<typeof loader>();
	const { course, thread, page, pages, under } = data;
	const { threads, thinking, lessons } = useWords();
	const { slug } = course;
	const path = paths.thread(slug, thread.number);
	const isFirst = page === 1 && !under && !data.from;
	const byStaff = data.sort === "staff" ? ["by=staff"] : [];
	const repliesAt = (...query: string[]) =>
		`${path}?${[...byStaff, ...query].join("&")}#replies`;
	const fromOn = (id: number | null) =>
		id === null ? undefined : repliesAt(`from=${id}`);
	return (
		<ThreadProvider value={{ slug, path, thread }}>
			<main id="main" className="thread">
				<ThreadHead course={course} thread={thread} withOpener={isFirst}>
					{data.anchor && <PassageQuote anchor={data.anchor} slug={slug} />}
				</ThreadHead>
				<Prose as="p" id="news" html={data.news} className="news facts" />
				{data.question && <QuestionActs question={data.question} />}
				{data.spread && (
					<details className="fold others" open={data.spread.hasReplied}>
						<summary className="muted">{lessons.others}</summary>
						<SpreadBar spread={data.spread.spread} />
					</details>
				)}
				{data.settling && <Settled answer={data.settling} />}
				<Settles questions={data.settled} />
				{isFirst && (
					<Pinned pins={data.pins} lessonNumber={thread.lessonNumber} />
				)}
				<section aria-labelledby="replies">
					<div className="rule-title">
						<h2 id="replies">{threads.replies}</h2>
						{under ? (
							<a className="link" href={`${path}#reply-${under}`}>
								{threads.backToThread}
							</a>
						) : (
							data.isOpen &&
							thread.topCount > 0 && (
								<SortLinks
									sort={data.sort}
									path={path}
									source={thread.hasSource}
								/>
							)
						)}
						<WriteLink />
					</div>
					{!data.isOpen && (
						<p className="notice">{thinking.closed(OPENING_CHARACTERS)}</p>
					)}
					{data.empty && <p className="empty">{data.empty}</p>}
					<ReplyList
						branches={data.branches}
						linkRest={!under}
						other={data.other}
					/>
					<CheckIns replies={data.checkIns} count={thread.checkIns} />
					<Pagination
						page={page}
						pages={pages}
						hash="#replies"
						isNumbered={under ? undefined : isNumbered}
						between={threads.byTime}
					/>
					{(data.from > 0 || data.later) && (
						<Onward
							first={data.from > 0 ? repliesAt() : undefined}
							previous={fromOn(data.earlier)}
							next={fromOn(data.later)}
						/>
					)}
					<RemovedReplies replies={data.unlisted} />
				</section>
				<WriteReply
					key={`${under} ${data.from} ${page}`}
					submissionId={data.submissionId}
					isOpen={data.isOpen}
					parent={under ? data.branches[0]?.reply : undefined}
					shown={data.branches}
					checkIns={data.checkIns}
				/>
			</main>
		</ThreadProvider>
	);
}
