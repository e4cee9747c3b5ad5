import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useOutletContext } from "@remix-run/react";
import { readerOf } from "#app/accounts/reader.server.ts";
import { canEditLessons } from "#app/courses/policy.ts";
import { courseOnPage } from "#app/courses/queries.server.ts";
import { markTerms } from "#app/glossary/mark-terms.ts";
import { TermCard } from "#app/glossary/term-card.tsx";
import type { LessonAround } from "#app/lessons/around.ts";
import { confusionOf } from "#app/lessons/confusion.ts";
import { Contents } from "#app/lessons/contents.tsx";
import { LessonBlocks } from "#app/lessons/lesson-blocks.tsx";
import { LessonHead } from "#app/lessons/lesson-head.tsx";
import { Neighbours } from "#app/lessons/neighbours.tsx";
import { placeQuestions } from "#app/lessons/place-questions.ts";
import { findLesson, listBlocks } from "#app/lessons/queries.server.ts";
import {
	listQuestions,
	questionOnPage,
} from "#app/lessons/questions.server.ts";
import { AskedAbove, Questions } from "#app/lessons/questions.tsx";
import { openingSentences } from "#app/markdown/opening-sentences.ts";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import { notesOnPage } from "#app/notes/note-markup.server.tsx";
import { Pinned } from "#app/notes/pinned.tsx";
import { canWriteNote } from "#app/notes/policy.ts";
import { listNotes, listPins } from "#app/notes/queries.server.ts";
import * as paths from "#app/paths.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { newsLine } from "#app/progress/news-line.server.tsx";
import { canMarkRead } from "#app/progress/policy.ts";
import { ReadButton } from "#app/progress/read-button.tsx";
import { readLater } from "#app/progress/read-later.server.ts";
import { openingOf } from "#app/questions/anchors.ts";
import { AskSelection } from "#app/questions/ask-selection.tsx";
import { Asks } from "#app/questions/asks.tsx";
import { CheckIns } from "#app/replies/check-ins.tsx";
import { listOnPage } from "#app/replies/list-markup.server.tsx";
import { checkIns, onPage } from "#app/replies/presentation.server.ts";
import { listReplies, REPLIES_PER_PAGE } from "#app/replies/queries.server.ts";
import { ReplyList } from "#app/replies/reply-list.tsx";
import { SortLinks } from "#app/replies/sort-links.tsx";
import { pinId } from "#app/replies/who-line.server.tsx";
import { WriteLink } from "#app/replies/write-link.tsx";
import { WriteReply } from "#app/replies/write-reply.tsx";
import { DESCRIPTION_MAX, describePage } from "#app/sharing/head.server.ts";
import { discussionOnPage } from "#app/threads/presentation.server.ts";
import { ThreadProvider } from "#app/threads/thread-context.tsx";
import { isStaff } from "#app/visibility/member.ts";
import { findVotes } from "#app/votes/queries.server.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true };

/** Han characters a minute. */
const READING_SPEED = 350;

export async function loader(args: LoaderFunctionArgs) {
	const found = await findLesson(args);
	const { course, by, lesson, thread, glossary } = found;
	const [blocks, notes, questions, replies, pins] = await Promise.all([
		listBlocks(lesson.id, by),
		listNotes(lesson.id),
		listQuestions(lesson.id, by),
		listReplies(thread, by, { sort: "best", page: 1 }),
		listPins(thread, by),
	]);
	const { context } = args;
	const votes = await findVotes(
		args.request,
		by,
		[...replies, ...pins.map(({ reply }) => reply)],
		found.votes,
	);
	const reader = await readerOf(args);
	const now = Date.now();
	const forPage = {
		hasPinsAbove: true,
		...{ context, reader, now },
		...{ slug: course.slug, by, thread, votes },
	};
	readLater(args, by, { ...thread, isOpen: true });
	const { number, title, updatedAt, isRead, before, after, characters } =
		lesson;
	const { place, state, isRemoved, asked } = lesson;
	const { slug } = course;
	const placed = placeQuestions(
		blocks,
		questions.map((question) => questionOnPage(context, question)),
	);
	const marked = markTerms(
		glossary,
		paths.glossary(slug),
		blocks.map(({ html }) => html),
	);
	const isShown = state === "shown" && !isRemoved;
	const [first] = blocks.filter(({ kind }) => kind === "paragraph");
	describePage(context, reader, {
		title: isShown ? `${title} · ${course.title}` : course.title,
		path: paths.lesson(slug, number),
		description: isShown
			? openingSentences(first?.html ?? "", DESCRIPTION_MAX)
			: "",
		isArticle: true,
		subject: isShown
			? {
					...{ of: "lesson", course, number, title, place },
					...{ replies: thread.replyCount, notes: notes.length },
				}
			: { of: "course", course },
		...(isShown && {
			feed: {
				path: paths.lesson["feed.atom"](slug, number),
				title: reader.words.feeds.lesson(title),
			},
		}),
	});
	let formulas = 0;
	// Its TeX is no name to be read out.
	const nextFormula = () => `${reader.words.forms.tools.formula} ${++formulas}`;
	return {
		course: courseOnPage(course),
		lesson: {
			...{ number, place, state, isRemoved, title, updatedAt },
			...{ asked, isRead, before, after },
		},
		minutes: Math.max(1, Math.round(characters / READING_SPEED)),
		canEdit: canEditLessons(by),
		canOrderNotes: isStaff(by.role),
		canWriteNotes: canWriteNote(by, thread),
		toCheck: isStaff(by.role)
			? notes.filter(
					({ editedSince, textChanged }) => editedSince || textChanged,
				).length
			: 0,
		canMarkRead: canMarkRead(by),
		thread: discussionOnPage(by, thread),
		news: newsLine({ context, reader, slug: course.slug }, thread.news),
		// Headings are data for the contents; other text travels once, as HTML.
		blocks: blocks.map(({ id, kind, level, text, asked }, at) => ({
			id,
			kind,
			...(kind === "heading" && { level, text }),
			...(kind !== "heading" && {
				opening: kind === "formula" ? nextFormula() : openingOf(text),
			}),
			...(asked > 0 && { asked }),
			questions: placed.byBlock.get(id),
			html: keepProse(context, `block-${id}`, marked[at] ?? "", "lesson"),
		})),
		confusion: isStaff(by.role) ? confusionOf(blocks) : null,
		notes: notesOnPage(context, notes, { reader, now, slug }),
		questions: placed.rest,
		branches: listOnPage(forPage, replies, { linkRest: true, hasOther: false }),
		checkIns: checkIns(forPage, replies),
		// The margin says the rest already.
		pins: pins.map((pin) => ({
			...pin,
			shortHtml: "",
			reply: onPage(forPage, pin.reply, pinId(pin.reply)),
		})),
		more: thread.topCount > REPLIES_PER_PAGE,
		submissionId: randomUUID(),
	};
}

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data ? `${data.lesson.title} · ${data.course.title}` : "" },
];

export default function LessonPage() {
	const data = useLoaderData<typeof loader>();
	const around = useOutletContext<LessonAround[]>();
	const { course, lesson, thread } = data;
	const { lessons, threads } = useWords();
	const { notes } = useRareWords();
	const openIn = (block: number) => {
		const open = data.confusion?.blocks[block];
		return (
			open && {
				mark: notes.openMark(open.questions, open.meToo),
				full: notes.open(open.questions, open.meToo),
			}
		);
	};
	const { slug } = course;
	const threadPath = paths.thread(slug, thread.number);
	return (
		<main id="main" className="lesson">
			<Contents
				course={course}
				around={around}
				number={lesson.number}
				blocks={data.blocks}
				notes={data.notes}
				questions={data.questions.length}
				confusion={data.confusion}
			/>
			<LessonHead
				course={course}
				lesson={lesson}
				minutes={data.minutes}
				replyCount={thread.replyCount}
				canEdit={data.canEdit}
				toCheck={data.toCheck}
			/>
			<LessonBlocks
				blocks={data.blocks}
				notes={data.notes}
				slug={slug}
				canOrder={data.canOrderNotes}
				below={({ id, kind, asked, questions, opening = null }) => (
					<>
						{questions && <AskedAbove questions={questions} slug={slug} />}
						{kind !== "rule" && (
							<Asks
								blockId={id}
								opening={opening}
								isFormula={kind === "formula"}
								asked={asked}
								open={openIn(id)}
								canNote={data.canWriteNotes}
								slug={slug}
								lessonNumber={lesson.number}
							/>
						)}
					</>
				)}
			/>
			<TermCard />
			<AskSelection
				slug={slug}
				lessonNumber={lesson.number}
				canNote={data.canWriteNotes}
			/>
			<div className="after">
				<Neighbours before={lesson.before} after={lesson.after} slug={slug} />
				{data.canMarkRead && (
					<ReadButton
						action={paths.lesson.progress(slug, lesson.number)}
						isRead={lesson.isRead}
					/>
				)}
				<Questions questions={data.questions} slug={slug} />
				<ThreadProvider value={{ slug, path: threadPath, thread }}>
					<section aria-labelledby="replies">
						<div className="rule-title">
							<h2 id="replies">{lessons.discussion}</h2>
							{thread.topCount > 0 && (
								<SortLinks
									sort="best"
									path={threadPath}
									source={thread.hasSource}
								/>
							)}
							<WriteLink />
						</div>
						{thread.sourceReplies > 0 && (
							<p className="muted">
								{threads.notInSource(thread.sourceReplies)}
							</p>
						)}
						<Prose as="p" id="news" html={data.news} className="news facts" />
						<Pinned pins={data.pins} lessonNumber={lesson.number} />
						{thread.replyCount === 0 && (
							<p className="empty">{threads.noReplies}</p>
						)}
						<ReplyList branches={data.branches} />
						<CheckIns replies={data.checkIns} count={thread.checkIns} />
						{data.more && (
							<p>
								<a className="link" href={`${threadPath}?page=2#replies`}>
									{lessons.morePages}
								</a>
							</p>
						)}
					</section>
					<WriteReply
						submissionId={data.submissionId}
						isOpen
						shown={data.branches}
						checkIns={data.checkIns}
					/>
					<p className="muted way-on mt-14">
						<a
							className="link"
							href={`${paths.threads.new(slug)}?lesson=${lesson.number}`}
						>
							{lessons.startThread}
						</a>
					</p>
				</ThreadProvider>
				<Neighbours
					before={lesson.before}
					after={lesson.after}
					slug={slug}
					isRepeated
				/>
			</div>
		</main>
	);
}
