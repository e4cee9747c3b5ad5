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
} from "#app/replies/policy.ts";
import type { ReplyOnPage } from "#app/replies/presentation.server.ts";
import type { ThreadState } from "#app/threads/policy.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { Menu } from "#app/ui/menu.tsx";
import type { Member } from "#app/visibility/member.ts";
import { isAuthor } from "#app/visibility/policy.ts";
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
	const { coursePath } = useThread();
	const path = `${coursePath}/replies/${reply.id}`;
	return (
		<Menu label={threads.more}>
			{can.edit && <a href={`${path}/edit`}>{threads.edit}</a>}
			{can.history && <a href={`${path}/history`}>{threads.history}</a>}
			{can.pin && (
				<a href={`${path}/pin`}>{reply.pinned ? threads.repin : threads.pin}</a>
			)}
			{can.pin && reply.pinned && (
				<ActButton action={`${path}/pin`} name="pinned" wish={false}>
					{threads.unpin}
				</ActButton>
			)}
			{can.word && <a href={`${path}/word`}>{questions.word}</a>}
			{can.promote && <a href={`${path}/promotion`}>{questions.promote}</a>}
			{can.settle && <a href={`${path}/settlement`}>{questions.settle}</a>}
			{can.accept && (
				<ActButton
					action={`${path}/acceptance`}
					name="accepted"
					wish={!reply.acceptedAt}
				>
					{reply.acceptedAt ? questions.unaccept : questions.accept}
				</ActButton>
			)}
			{can.endorse && (
				<ActButton
					action={`${path}/endorsement`}
					name="endorsed"
					wish={!reply.endorsedAt}
				>
					{reply.endorsedAt ? questions.unendorse : questions.endorse}
				</ActButton>
			)}
			{can.remove && (
				<ActButton action={`${path}/removal`} name="removed" wish={true}>
					{threads.remove}
				</ActButton>
			)}
		</Menu>
	);
}
