import type { ReactNode } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import type { ReplyOnPage } from "#app/replies/presentation.server.ts";
import { acceptsNext, hasMenu, ReplyMenu } from "#app/replies/reply-menu.tsx";
import { type SparseReply, unsparse } from "#app/replies/sparse.ts";
import { usePositions } from "#app/thinking/use-positions.ts";
import { Byline } from "#app/threads/byline.tsx";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { StaffWordLine } from "#app/ui/staff-word.tsx";
import { CalendarDate, TimeAgo } from "#app/ui/time-ago.tsx";
import { VoteButton } from "#app/votes/vote-button.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	reply: SparseReply;
	id?: string;
	saysPinned?: boolean;
	onReply?: () => void;
	children?: ReactNode;
};

export function ReplyItem({
	reply: sent,
	id = `reply-${sent.id}`,
	saysPinned = true,
	onReply,
	children,
}: Props) {
	const { threads, questions } = useWords();
	const { slug } = useThread();
	const reply = unsparse(sent);
	const { author, importedName, isAnonymous } = reply;
	const nobody = isAnonymous ? threads.anonymous : threads.formerAccount;
	const name = author?.name ?? importedName ?? nobody;
	const gone = reply.isHidden;
	const moved = reply.promotedTo;
	return (
		<article
			className={gone ? "reply gone" : "reply"}
			id={id}
			aria-label={threads.replyTo(name)}
		>
			<Avatar name={gone ? "–" : name} />
			<div className="reply-column">
				<header className="who">
					{!gone && (
						<Byline
							author={author}
							isAnonymous={isAnonymous}
							importedName={importedName}
						/>
					)}
					{reply.inReplyTo !== null && (
						<span>
							{threads.inReplyTo(reply.inReplyTo || threads.anonymous)}
						</span>
					)}
					<When reply={reply} />
					{saysPinned && reply.isPinned && (
						<span className="text-cinnabar">{threads.pinnedHere}</span>
					)}
					{reply.position && <Position position={reply.position} />}
					{!gone && (reply.isAccepted || reply.endorsedAt) && (
						<Standing reply={reply} />
					)}
					{gone && (
						<span>
							{reply.hiddenByStaff
								? threads.tombstoneByStaff
								: threads.tombstone}
						</span>
					)}
				</header>
				{moved && (
					<p className="mt-3 mb-8 text-muted">
						{moved.title ? (
							<>
								{questions.promotedTo}
								<a className="link" href={paths.thread(slug, moved.number)}>
									{moved.title}
								</a>
							</>
						) : (
							threads.tombstone
						)}
					</p>
				)}
				{reply.staffWord && !gone && !moved && (
					<StaffWordLine word={reply.staffWord} />
				)}
				{reply.html !== "" && <Prose id={`${id}-text`} html={reply.html} />}
				{reply.sourceReplies > 0 && !gone && (
					<p className="muted mt-3">
						{threads.notInSource(reply.sourceReplies)}
					</p>
				)}
				{!moved && (
					<Acts reply={reply} gone={gone} name={name} onReply={onReply} />
				)}
				{children}
			</div>
		</article>
	);
}

function Position({ position }: { position: string }) {
	const { positions } = useThread().thread;
	const say = usePositions(positions);
	if (!positions.includes(position)) return null;
	return (
		<span className="rounded-[1em] border border-rule-strong px-[0.6em] text-fine leading-[1.6] text-ink">
			{say(position)}
		</span>
	);
}

function Standing({ reply }: { reply: ReplyOnPage }) {
	const { questions } = useWords();
	return (
		<>
			{reply.isAccepted && (
				<span className="text-ink before:content-['✓_']">
					{questions.accepted}
				</span>
			)}
			{reply.endorsedAt && (
				<span className="text-cinnabar before:content-['✓_']">
					{questions.endorsedBy(reply.endorsedBy)}
					<TimeAgo time={reply.endorsedAt} />
				</span>
			)}
		</>
	);
}

export function When({ reply }: { reply: ReplyOnPage }) {
	const { threads } = useWords();
	const { slug } = useThread();
	return (
		<>
			<a
				href={paths.reply(slug, reply.id)}
				title={threads.permalink}
				rel="nofollow"
			>
				{reply.importedOn ? (
					<CalendarDate date={reply.importedOn} />
				) : (
					reply.createdAt && <TimeAgo time={reply.createdAt} />
				)}
			</a>
			{reply.editedAt && (
				<span>
					{threads.edited}
					<TimeAgo time={reply.editedAt} />
				</span>
			)}
			{reply.hasLeftSource && <span>{threads.leftSource}</span>}
		</>
	);
}

type ActsProps = {
	reply: ReplyOnPage;
	gone: boolean;
	name: string;
	onReply?: () => void;
};

function Acts({ reply, gone, name, onReply }: ActsProps) {
	const { threads, questions } = useWords();
	const { thread, slug } = useThread();
	const { can } = reply;
	return (
		<div className="acts">
			{can.restore && (
				<ActButton
					action={paths.reply.removal(slug, reply.id)}
					name="removed"
					wish={false}
				>
					{threads.restore}
				</ActButton>
			)}
			{!gone && (
				<VoteButton
					action={paths.reply.vote(slug, reply.id)}
					votes={reply.votes}
					imported={reply.importedVotes}
					voted={reply.voted}
					canVote={can.vote}
				/>
			)}
			{!gone && thread.can.reply && (
				<a
					href={`${paths.thread.replies(slug, thread.number)}?parent=${reply.id}`}
					rel="nofollow"
					aria-label={threads.replyTo(name)}
					onClick={
						onReply &&
						((event) => {
							event.preventDefault();
							onReply();
						})
					}
				>
					{threads.reply}
				</a>
			)}
			{acceptsNext(reply) && (
				<ActButton
					action={paths.reply.acceptance(slug, reply.id)}
					name="accepted"
					wish={true}
				>
					{questions.accept}
				</ActButton>
			)}
			{hasMenu(reply) && <ReplyMenu reply={reply} />}
		</div>
	);
}
