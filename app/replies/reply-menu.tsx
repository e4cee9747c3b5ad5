import * as paths from "#app/paths.ts";
import type { ReplyOnPage } from "#app/replies/presentation.server.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { useWords } from "#app/words/reader.tsx";

/** Accepting is the asker's next step, so it is beside the menu, except for their own reply. */
export const acceptsNext = ({ can, isAccepted }: ReplyOnPage) =>
	can.accept && !can.edit && !isAccepted;

const notesNext = ({ can, isPinned }: ReplyOnPage) =>
	can.edit && can.pin && !isPinned;
const settlesNext = ({ can }: ReplyOnPage) => can.edit && can.settle;

/** Of staff after an answer of their own: beside the menu, too. */
export function NextSteps({ reply }: { reply: ReplyOnPage }) {
	const { threads, questions } = useWords();
	const { slug } = useThread();
	return (
		<>
			{notesNext(reply) && (
				<a href={paths.reply.pin(slug, reply.id)}>{threads.pin}</a>
			)}
			{settlesNext(reply) && (
				<a href={paths.reply.settlement(slug, reply.id)}>{questions.settle}</a>
			)}
		</>
	);
}

const BESIDE = ["vote", "restore", "edit"];

export const hasMenu = (reply: ReplyOnPage) =>
	Object.keys(reply.can).some(
		(act) => !BESIDE.includes(act) && !(act === "accept" && acceptsNext(reply)),
	);

export function ReplyMenu({ reply }: { reply: ReplyOnPage }) {
	const { threads, questions } = useWords();
	const { slug } = useThread();
	const { id, can } = reply;
	return (
		<Menu label={threads.more}>
			{can.history && (
				<a href={paths.reply.history(slug, id)}>{threads.history}</a>
			)}
			{can.pin && !notesNext(reply) && (
				<a href={paths.reply.pin(slug, id)}>
					{reply.isPinned ? threads.repin : threads.pin}
				</a>
			)}
			{can.pin && reply.isPinned && (
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
			{can.settle && !settlesNext(reply) && (
				<a href={paths.reply.settlement(slug, id)}>{questions.settle}</a>
			)}
			{can.accept && !acceptsNext(reply) && (
				<ActButton
					action={paths.reply.acceptance(slug, id)}
					name="accepted"
					wish={!reply.isAccepted}
				>
					{reply.isAccepted ? questions.unaccept : questions.accept}
				</ActButton>
			)}
			{can.endorse && (
				<ActButton
					action={paths.reply.endorsement(slug, id)}
					name="endorsed"
					wish={!reply.isEndorsed}
				>
					{reply.isEndorsed ? questions.unendorse : questions.endorse}
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
