import {
	type ReactNode,
	Suspense,
	useCallback,
	useEffect,
	useState,
} from "react";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import type { ReplyOnPage } from "#app/replies/presentation.server.ts";
import {
	acceptsNext,
	hasMenu,
	NextSteps,
	ReplyMenu,
} from "#app/replies/reply-menu.tsx";
import { type SparseReply, unsparse } from "#app/replies/sparse.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { late } from "#app/ui/late-code.tsx";
import { StaffWordLine } from "#app/ui/staff-word.tsx";
import { VoteButton } from "#app/votes/vote-button.tsx";
import { useWords } from "#app/words/reader.tsx";

const EditInPlace = late(
	() => import("#app/replies/late/edit-in-place.tsx"),
	function EditOnItsPage({ id }: { id: number }) {
		const { slug } = useThread();
		useEffect(() => location.assign(paths.reply.edit(slug, id)), [slug, id]);
		return null;
	},
);

type Props = {
	reply: SparseReply;
	id?: string;
	onReply?: () => void;
	children?: ReactNode;
};

export function ReplyItem({
	reply: sent,
	id = `reply-${sent.id}`,
	onReply,
	children,
}: Props) {
	const { threads, questions } = useWords();
	const { slug } = useThread();
	const [isEdited, setEdited] = useState(false);
	const onEdited = useCallback(() => setEdited(false), []);
	const reply = unsparse(sent);
	const { name } = reply;
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
				<Prose as="header" id={`${id}-who`} className="who" html={reply.who} />
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
				{reply.staffWord && !gone && !moved && !reply.isAbove && (
					<StaffWordLine word={reply.staffWord} />
				)}
				{isEdited && (
					<Suspense>
						<EditInPlace id={reply.id} onDone={onEdited} />
					</Suspense>
				)}
				{reply.html !== "" && <Prose id={`${id}-text`} html={reply.html} />}
				{reply.sourceReplies > 0 && !gone && (
					<p className="muted mt-3">
						{threads.notInSource(reply.sourceReplies)}
					</p>
				)}
				{!moved && (
					<Acts
						{...{ id, reply, gone, name, onReply }}
						onEdit={() => setEdited(true)}
					/>
				)}
				{children}
			</div>
		</article>
	);
}

type ActsProps = {
	id: string;
	reply: ReplyOnPage;
	gone: boolean;
	name: string;
	onReply?: () => void;
	onEdit: () => void;
};

function Acts({ id, reply, gone, name, onReply, onEdit }: ActsProps) {
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
			{!gone && !reply.isAbove && (
				<VoteButton
					action={paths.reply.vote(slug, reply.id)}
					votes={reply.votes}
					imported={reply.importedVotes}
					voted={reply.voted}
					canVote={can.vote}
					canSignIn={thread.can.signIn}
					place={id}
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
			{can.edit && !reply.isAbove && (
				<a
					href={paths.reply.edit(slug, reply.id)}
					onClick={(event) => {
						event.preventDefault();
						onEdit();
					}}
				>
					{threads.edit}
				</a>
			)}
			{acceptsNext(reply) && !reply.isAbove && (
				<ActButton
					action={paths.reply.acceptance(slug, reply.id)}
					name="accepted"
					wish={true}
				>
					{questions.accept}
				</ActButton>
			)}
			{!reply.isAbove && <NextSteps reply={reply} />}
			{hasMenu(reply) && !reply.isAbove && <ReplyMenu reply={reply} />}
		</div>
	);
}
