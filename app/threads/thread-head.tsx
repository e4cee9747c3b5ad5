import type { ReactNode } from "react";
import type { CourseOnPage } from "#app/courses/queries.server.ts";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { Byline } from "#app/threads/byline.tsx";
import { LockedMark, PrivateMark, StateMark } from "#app/threads/marks.tsx";
import type { OpenerOnPage } from "#app/threads/presentation.server.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { Title } from "#app/ui/title.tsx";
import { VoteButton } from "#app/votes/vote-button.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	course: CourseOnPage;
	thread: OpenerOnPage;
	withOpener: boolean;
	children?: ReactNode;
};

export function ThreadHead({ course, thread, withOpener, children }: Props) {
	const { threads, questions, thinking } = useWords();
	const { slug } = useThread();
	const kind =
		thread.kind === "thinking" && thread.position
			? threads.thinking(thread.position)
			: threads.kinds[thread.kind];
	return (
		<header className="thread-head">
			<nav className="muted crumbs" aria-label={threads.list}>
				<a className="link" href={paths.course(slug)}>
					{course.title}
				</a>
				{thread.lessonNumber && thread.lessonPlace && (
					<a className="link" href={paths.lesson(slug, thread.lessonNumber)}>
						{threads.lessonNumber(thread.lessonPlace)}
					</a>
				)}
				<span>{kind}</span>
				{thread.state && <StateMark state={thread.state} />}
				{thread.isPrivate && <PrivateMark />}
			</nav>
			<h1 className="mt-3.5 mb-5">
				<Title text={thread.title} />
			</h1>
			<p className="muted facts">
				{(thread.author || thread.isAnonymous || thread.importedName) && (
					<span className="who">
						<Byline
							author={thread.author}
							isAnonymous={thread.isAnonymous}
							importedName={thread.importedName}
						/>{" "}
						{thread.createdAt && <TimeAgo time={thread.createdAt} />}
					</span>
				)}
				{thread.editedAt && (
					<span>
						{threads.edited}
						<TimeAgo time={thread.editedAt} />
					</span>
				)}
				<span>{threads.replyCount(thread.replyCount)}</span>
				{thread.sourceReplies > 0 && (
					<span>{threads.notInSource(thread.sourceReplies)}</span>
				)}
				{thread.lastActivityAt && (
					<span>
						{threads.lastActivity}
						<TimeAgo time={thread.lastActivityAt} />
					</span>
				)}
				{thread.promotedFromId && (
					<a className="link" href={paths.reply(slug, thread.promotedFromId)}>
						{questions.promotedFrom}
					</a>
				)}
				{thread.claimedBy && (
					<span>{questions.claimedBy(thread.claimedBy)}</span>
				)}
				{thread.writeFirst && <span>{thinking.closedMark}</span>}
				{thread.hasLeftLesson && <span>{threads.leftLesson}</span>}
				{thread.isLocked && <LockedMark />}
			</p>
			{thread.isHidden && <p className="notice">{threads.removed}</p>}
			{children}
			{withOpener && thread.html !== "" && (
				<Prose id="opener" html={thread.html} className="prose mt-12" />
			)}
			<ThreadActs thread={thread} />
		</header>
	);
}

function ThreadActs({ thread }: Pick<Props, "thread">) {
	const { threads, thinking, questions } = useWords();
	const { slug } = useThread();
	const { can, number } = thread;
	// A private question has no other readers to vote.
	const votable =
		(thread.kind === "question" && !thread.isPrivate) ||
		thread.kind === "topic";
	return (
		<div className="acts">
			{votable && (
				<VoteButton
					action={paths.thread.vote(slug, number)}
					votes={thread.voteCount}
					imported={thread.importedVotes}
					isMeToo={thread.kind === "question"}
					voted={thread.voted}
					canVote={can.vote}
					canSignIn={can.signIn}
					place={thread.kind === "question" ? "me-too" : "opener"}
				/>
			)}
			{(can.claim || can.release) && (
				<ActButton
					action={paths.thread.claim(slug, number)}
					name="claimed"
					wish={!can.release}
				>
					{can.claim ? questions.claim : questions.release}
				</ActButton>
			)}
			{can.setThinking && (
				<a href={paths.thread.settings(slug, number)}>{thinking.settings}</a>
			)}
			{can.edit && <a href={paths.thread.edit(slug, number)}>{threads.edit}</a>}
			{can.retitle && (
				<a href={paths.thread.title(slug, number)}>{threads.retitle}</a>
			)}
			{can.history && (
				<a href={paths.thread.history(slug, number)}>{threads.history}</a>
			)}
			{can.demote && (
				<ActButton
					action={paths.thread.demotion(slug, number)}
					name="promoted"
					wish={false}
				>
					{questions.demote}
				</ActButton>
			)}
			{can.lock && (
				<ActButton
					action={paths.thread.lock(slug, number)}
					name="locked"
					wish={!thread.isLocked}
				>
					{thread.isLocked ? threads.unlock : threads.lock}
				</ActButton>
			)}
			{(can.remove || can.restore) && (
				<ActButton
					action={paths.thread.removal(slug, number)}
					name="removed"
					wish={!can.restore}
				>
					{can.remove ? threads.remove : threads.restore}
				</ActButton>
			)}
		</div>
	);
}
