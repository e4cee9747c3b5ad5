import type { ReactNode } from "react";
import type { Branch } from "#app/replies/presentation.server.ts";
import { ReplyItem } from "#app/replies/reply-item.tsx";
import type { SparseReply } from "#app/replies/sparse.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	branch: Branch;
	/** Leads to the answers that are not shown. */
	linkRest: boolean;
	onReply?: (id: number) => void;
	form?: (reply: SparseReply) => ReactNode;
};

/** A top-level reply with its answers. */
export function BranchItem({
	branch: { reply, under },
	linkRest,
	onReply,
	form,
}: Props) {
	const { threads } = useWords();
	const { path } = useThread();
	const rest = (reply.underCount ?? 0) - under.length;
	return (
		<ReplyItem reply={reply} onReply={onReply && (() => onReply(reply.id))}>
			{form?.(reply)}
			{under.map((answer) => (
				<ReplyItem
					key={answer.id}
					reply={answer}
					onReply={onReply && (() => onReply(answer.id))}
				>
					{form?.(answer)}
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
}
