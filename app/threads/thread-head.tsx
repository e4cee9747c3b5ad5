import type { ReactNode } from "react";
import type { Course } from "#app/courses/queries.server.ts";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { canSetThinking } from "#app/thinking/policy.ts";
import { Byline } from "#app/threads/byline.tsx";
import {
	canEditThread,
	canLockThread,
	canRemoveThread,
	canRestoreThread,
	canRetitle,
	canVoteThread,
	claimToWish,
} from "#app/threads/policy.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import { StateMark } from "#app/threads/state-mark.tsx";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { VoteButton } from "#app/votes/vote-button.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	course: Course;
	thread: Omit<Thread, "html"> & { html: string | undefined };
	whole: boolean;
	canReadHistory: boolean;
	children?: ReactNode;
};

export function ThreadHead({
	course,
	thread,
	whole,
	canReadHistory,
	children,
}: Props) {
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
				{thread.lessonNumber && (
					<a className="link" href={paths.lesson(slug, thread.lessonNumber)}>
						{threads.lessonNumber(thread.lessonNumber)}
					</a>
				)}
				<span>{kind}</span>
				{thread.state && !thread.removedAt && (
					<StateMark state={thread.state} />
				)}
				{thread.isPrivate && (
					<span className="private">
						<Icon name="lock" /> {questions.privateMark}
					</span>
				)}
			</nav>
			<h1>{thread.title}</h1>
			<p className="muted facts">
				{(thread.author || thread.isAnonymous || thread.importedName) && (
					<span className="who">
						<Byline
							author={thread.author}
							isAnonymous={thread.isAnonymous}
							importedName={thread.importedName}
						/>{" "}
						<TimeAgo time={thread.createdAt} />
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
				{thread.replyCount > 0 && (
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
				{thread.leftLessonAt && <span>{threads.leftLesson}</span>}
				{thread.lockedAt && (
					<span className="locked">
						<Icon name="lock" /> {threads.locked}
					</span>
				)}
			</p>
			{thread.removedAt && <p className="notice">{threads.removed}</p>}
			{children}
			{whole && thread.html !== "" && (
				<Prose id="opener" html={thread.html} className="prose opener" />
			)}
			<ThreadActs thread={thread} canReadHistory={canReadHistory} />
		</header>
	);
}

function ThreadActs({
	thread,
	canReadHistory,
}: Pick<Props, "thread" | "canReadHistory">) {
	const { threads, thinking, questions } = useWords();
	const {
		by,
		slug,
		thread: { number },
	} = useThread();
	const claim = claimToWish(by, thread);
	// A private question has no other readers to vote.
	const votable =
		(thread.kind === "question" && !thread.isPrivate) ||
		thread.kind === "topic";
	const removes = canRemoveThread(by, thread);
	return (
		<div className="acts">
			{votable && (
				<VoteButton
					action={paths.thread.vote(slug, number)}
					votes={thread.voteCount}
					imported={thread.importedVotes}
					isMeToo={thread.kind === "question"}
					voted={thread.voted}
					canVote={canVoteThread(by, thread)}
				/>
			)}
			{claim !== null && (
				<ActButton
					action={paths.thread.claim(slug, number)}
					name="claimed"
					wish={claim}
				>
					{claim ? questions.claim : questions.release}
				</ActButton>
			)}
			{canSetThinking(by, thread) && (
				<a href={paths.thread.settings(slug, number)}>{thinking.settings}</a>
			)}
			{canEditThread(by, thread) && (
				<a href={paths.thread.edit(slug, number)}>{threads.edit}</a>
			)}
			{canRetitle(by, thread) && (
				<a href={paths.thread.title(slug, number)}>{threads.retitle}</a>
			)}
			{thread.editedAt && canReadHistory && (
				<a href={paths.thread.history(slug, number)}>{threads.history}</a>
			)}
			{canLockThread(by) && (
				<ActButton
					action={paths.thread.lock(slug, number)}
					name="locked"
					wish={!thread.lockedAt}
				>
					{thread.lockedAt ? threads.unlock : threads.lock}
				</ActButton>
			)}
			{(removes || canRestoreThread(by, thread)) && (
				<ActButton
					action={paths.thread.removal(slug, number)}
					name="removed"
					wish={removes}
				>
					{removes ? threads.remove : threads.restore}
				</ActButton>
			)}
		</div>
	);
}
