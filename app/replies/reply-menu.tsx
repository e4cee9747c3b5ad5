import type { ReplyOnPage } from "#app/replies/presentation.server.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { useWords } from "#app/words/reader.tsx";

/** Accepting is the asker's next step, so it stands beside the menu; not for one's own reply, which one may edit. */
export const acceptsNext = ({ can, isAccepted }: ReplyOnPage) =>
	can.accept && !can.edit && !isAccepted;

const BESIDE = ["vote", "restore"];

export const hasMenu = (reply: ReplyOnPage) =>
	Object.keys(reply.can).some(
		(act) => !BESIDE.includes(act) && !(act === "accept" && acceptsNext(reply)),
	);

export function ReplyMenu({ reply }: { reply: ReplyOnPage }) {
	const { threads, questions } = useWords();
	const { coursePath } = useThread();
	const { can } = reply;
	const path = `${coursePath}/replies/${reply.id}`;
	return (
		<Menu label={threads.more}>
			{can.edit && <a href={`${path}/edit`}>{threads.edit}</a>}
			{can.history && <a href={`${path}/history`}>{threads.history}</a>}
			{can.pin && (
				<a href={`${path}/pin`}>
					{reply.isPinned ? threads.repin : threads.pin}
				</a>
			)}
			{can.pin && reply.isPinned && (
				<ActButton action={`${path}/pin`} name="pinned" wish={false}>
					{threads.unpin}
				</ActButton>
			)}
			{can.word && <a href={`${path}/word`}>{questions.word}</a>}
			{can.promote && <a href={`${path}/promotion`}>{questions.promote}</a>}
			{can.settle && <a href={`${path}/settlement`}>{questions.settle}</a>}
			{can.accept && !acceptsNext(reply) && (
				<ActButton
					action={`${path}/acceptance`}
					name="accepted"
					wish={!reply.isAccepted}
				>
					{reply.isAccepted ? questions.unaccept : questions.accept}
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
