import { ReplyItem } from "#app/replies/reply-item.tsx";
import type { SparseReply } from "#app/replies/sparse.ts";
import { useWords } from "#app/words/reader.tsx";

export function RemovedReplies({ replies }: { replies: SparseReply[] }) {
	const { threads } = useWords();
	if (replies.length === 0) return null;
	return (
		<details className="border-t border-rule pt-8 text-muted">
			<summary className="min-h-touch">
				{threads.removedReplies(replies.length)}
			</summary>
			<p className="muted">{threads.removedHint}</p>
			{replies.map((reply) => (
				<ReplyItem key={reply.id} reply={reply} />
			))}
		</details>
	);
}
