import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import type { ReplyOnPage } from "#app/replies/presentation.server.ts";
import { hasMenu, NextSteps, ReplyMenu } from "#app/replies/reply-menu.tsx";
import { type SparseReply, unsparse } from "#app/replies/sparse.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	replies: SparseReply[];
	count: number;
};

export function CheckIns({ replies, count }: Props) {
	const { progress } = useWords();
	if (replies.length === 0) return null;
	return (
		<details className="check-ins fold border-t border-rule text-aside text-muted">
			<summary>{progress.checkIns(count)}</summary>
			<ul>
				{replies.map((reply) => (
					<CheckIn key={reply.id} reply={unsparse(reply)} />
				))}
			</ul>
			{count > replies.length && (
				<p className="muted">{progress.latestCheckIns(replies.length)}</p>
			)}
		</details>
	);
}

function CheckIn({ reply }: { reply: ReplyOnPage }) {
	const { threads } = useWords();
	const { slug } = useThread();
	return (
		<li
			id={`reply-${reply.id}`}
			className="flex min-h-touch flex-wrap items-center gap-x-9"
		>
			<Prose
				as="span"
				id={`reply-${reply.id}-who`}
				className="who"
				html={reply.who}
			/>
			<Prose id={`reply-${reply.id}-text`} html={reply.html} />
			{(reply.can.edit || hasMenu(reply)) && (
				<div className="acts ms-auto">
					{reply.can.edit && (
						<a href={paths.reply.edit(slug, reply.id)}>{threads.edit}</a>
					)}
					<NextSteps reply={reply} />
					{hasMenu(reply) && <ReplyMenu reply={reply} />}
				</div>
			)}
		</li>
	);
}
