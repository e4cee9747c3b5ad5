import type { Member } from "#app/courses/policy.ts";
import * as paths from "#app/paths.ts";
import {
	canAccept,
	canEditReply,
	canEndorse,
	canPinReply,
	canPromote,
	canReadHistory,
	canRemoveReply,
	canSayWord,
	canSettle,
	isAuthor,
} from "#app/replies/policy.ts";
import type { ReplyOnPage } from "#app/replies/presentation.server.ts";
import type { ThreadState } from "#app/threads/policy.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { useWords } from "#app/words/reader.tsx";

/** Accepting is the asker's next step, so it stands beside the menu. */
export const acceptsNext = (
	by: Member,
	reply: ReplyOnPage,
	thread: ThreadState,
) => canAccept(by, reply, thread) && !reply.acceptedAt && !isAuthor(by, reply);

export function rightsOn(by: Member, reply: ReplyOnPage, thread: ThreadState) {
	const can = {
		edit: canEditReply(by, reply, thread),
		remove: canRemoveReply(by, reply),
		pin: canPinReply(by, reply, thread),
		accept: canAccept(by, reply, thread) && !acceptsNext(by, reply, thread),
		endorse: canEndorse(by, reply),
		word: canSayWord(by, reply),
		promote: canPromote(by, reply, thread),
		settle: canSettle(by, reply, thread),
		history: reply.editedAt !== null && canReadHistory(by, reply),
	};
	return Object.values(can).some(Boolean) ? can : null;
}

type Props = {
	reply: ReplyOnPage;
	can: NonNullable<ReturnType<typeof rightsOn>>;
};

export function ReplyMenu({ reply, can }: Props) {
	const { threads, questions } = useWords();
	const { slug } = useThread();
	const { id } = reply;
	return (
		<Menu label={threads.more}>
			{can.edit && <a href={paths.reply.edit(slug, id)}>{threads.edit}</a>}
			{can.history && (
				<a href={paths.reply.history(slug, id)}>{threads.history}</a>
			)}
			{can.pin && (
				<a href={paths.reply.pin(slug, id)}>
					{reply.pinned ? threads.repin : threads.pin}
				</a>
			)}
			{can.pin && reply.pinned && (
				<ActButton
					action={paths.reply.pin(slug, id)}
					name="pinned"
					wish={false}
				>
					{threads.unpin}
				</ActButton>
			)}
			{can.word && <a href={paths.reply.word(slug, id)}>{questions.word}</a>}
			{can.promote && (
				<a href={paths.reply.promotion(slug, id)}>{questions.promote}</a>
			)}
			{can.settle && (
				<a href={paths.reply.settlement(slug, id)}>{questions.settle}</a>
			)}
			{can.accept && (
				<ActButton
					action={paths.reply.acceptance(slug, id)}
					name="accepted"
					wish={!reply.acceptedAt}
				>
					{reply.acceptedAt ? questions.unaccept : questions.accept}
				</ActButton>
			)}
			{can.endorse && (
				<ActButton
					action={paths.reply.endorsement(slug, id)}
					name="endorsed"
					wish={!reply.endorsedAt}
				>
					{reply.endorsedAt ? questions.unendorse : questions.endorse}
				</ActButton>
			)}
			{can.remove && (
				<ActButton
					action={paths.reply.removal(slug, id)}
					name="removed"
					wish={true}
				>
					{threads.remove}
				</ActButton>
			)}
		</Menu>
	);
}
