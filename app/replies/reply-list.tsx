import { Fragment, useEffect, useState } from "react";
import {
	OtherView,
	type OtherViewOnPage,
	otherViewId,
} from "#app/replies/other-view.tsx";
import type { Branch } from "#app/replies/presentation.server.ts";
import { ReplyForm, replyDraftKey } from "#app/replies/reply-form.tsx";
import { ReplyItem } from "#app/replies/reply-item.tsx";
import type { SparseReply } from "#app/replies/sparse.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { hasDraft } from "#app/ui/use-draft.ts";
import { useViewer } from "#app/ui/viewer.ts";
import { useWords } from "#app/words/reader.tsx";

export function ReplyList({
	branches,
	linkRest = true,
	other = null,
}: {
	branches: Branch[];
	linkRest?: boolean;
	other?: OtherViewOnPage | null;
}) {
	const { threads } = useWords();
	const { path, thread } = useThread();
	const viewer = useViewer();
	const [isRestored, setRestored] = useState(false);
	const [answering, setAnswering] = useState<number | null>(null);
	const [posted, setPosted] = useState<number | null>(null);
	// Reopens forms that have a draft, without taking the focus.
	useEffect(() => {
		// On that page the form at the foot answers the reply itself.
		const drafted = branches
			.flatMap(({ reply, under }) => (linkRest ? [reply, ...under] : under))
			.find(({ id }) => hasDraft(replyDraftKey(viewer?.handle, path, id)));
		if (!thread.can.reply || !drafted) return;
		setAnswering(drafted.id);
		setRestored(true);
	}, []);
	// The reply just written takes the focus from its form.
	useEffect(() => {
		const reply = posted && document.getElementById(`reply-${posted}`);
		if (!reply) return;
		reply.tabIndex = -1;
		reply.focus();
		setPosted(null);
	});
	const form = ({ id, name }: SparseReply) =>
		answering === id && (
			<ReplyForm
				parent={{ id, name }}
				opened={!isRestored}
				onDone={() => setAnswering(null)}
				onPosted={setPosted}
			/>
		);
	const besides = branches.findIndex(
		({ reply }) => reply.id === other?.besideId,
	);
	return branches.map(({ reply, under }, i) => {
		const rest = (reply.underCount ?? 0) - under.length;
		const open = (id: number) => () => {
			setRestored(false);
			setAnswering(answering === id ? null : id);
		};
		const item = (
			<ReplyItem key={reply.id} reply={reply} onReply={open(reply.id)}>
				{form(reply)}
				{under.map((answer) => (
					<ReplyItem key={answer.id} reply={answer} onReply={open(answer.id)}>
						{form(answer)}
					</ReplyItem>
				))}
				{linkRest && rest > 0 && (
					<p className="more-under pt-6 pb-4 text-aside">
						<a className="link" href={`${path}?under=${reply.id}`}>
							{threads.moreUnder(rest)}
						</a>
					</p>
				)}
			</ReplyItem>
		);
		if (!other || besides < 0) return item;
		if (reply.id === other.reply.id && i === besides + 1)
			return <OtherView key={reply.id}>{item}</OtherView>;
		if (i !== besides || branches[i + 1]?.reply.id === other.reply.id)
			return item;
		return (
			<Fragment key={reply.id}>
				{item}
				<OtherView>
					<ReplyItem reply={other.reply} id={otherViewId(other.reply)} />
				</OtherView>
			</Fragment>
		);
	});
}
