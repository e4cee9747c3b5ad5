import { Fragment, useContext, useEffect, useState } from "react";
import { ProseContext } from "#app/markdown/prose.tsx";
import { BranchItem } from "#app/replies/branch-item.tsx";
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

/** By this name the server has the HTML of the list, which hydration takes over. */
export const LIST = "replies-list";

export function ReplyList({
	branches,
	linkRest = true,
	other = null,
}: {
	branches: Branch[];
	linkRest?: boolean;
	other?: OtherViewOnPage | null;
}) {
	const { path, thread } = useThread();
	const viewer = useViewer();
	const whole = useContext(ProseContext)?.get(LIST);
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
	if (branches.length === 0) return null;
	if (whole !== undefined)
		return (
			<div className="replies" dangerouslySetInnerHTML={{ __html: whole }} />
		);
	const items = branches.map((branch, i) => {
		const { reply } = branch;
		const item = (
			<BranchItem
				{...{ branch, linkRest, form }}
				key={reply.id}
				onReply={(id) => {
					setRestored(false);
					setAnswering(answering === id ? null : id);
				}}
			/>
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
	return <div className="replies">{items}</div>;
}
