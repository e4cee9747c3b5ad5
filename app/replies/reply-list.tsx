import { useState } from "react";
import { useWords } from "#app/platform/i18n/reader.tsx";
import type { Branch } from "#app/replies/presentation.server.ts";
import { ReplyForm } from "#app/replies/reply-form.tsx";
import { ReplyItem } from "#app/replies/reply-item.tsx";
import { useThread } from "#app/threads/thread-context.tsx";

/** The replies of a page, nested one level; what is under one beyond those shown is a link away. */
export function ReplyList({
	branches,
	linkRest = true,
}: {
	branches: Branch[];
	linkRest?: boolean;
}) {
	const { threads } = useWords();
	const { path } = useThread();
	const [answering, setAnswering] = useState<number | null>(null);
	const form = (id: number, name: string) =>
		answering === id && (
			<ReplyForm parent={{ id, name }} onDone={() => setAnswering(null)} />
		);
	return branches.map(({ reply, under }) => {
		const rest = reply.underCount - under.length;
		const open = (id: number) => () =>
			setAnswering(answering === id ? null : id);
		return (
			<ReplyItem key={reply.id} reply={reply} onReply={open(reply.id)}>
				{form(reply.id, reply.author?.name ?? reply.importedName ?? "")}
				{under.map((answer) => (
					<ReplyItem key={answer.id} reply={answer} onReply={open(answer.id)}>
						{form(answer.id, answer.author?.name ?? answer.importedName ?? "")}
					</ReplyItem>
				))}
				{linkRest && rest > 0 && (
					<p className="more-under">
						<a className="link" href={`${path}?under=${reply.id}`}>
							{threads.moreUnder(rest)}
						</a>
					</p>
				)}
			</ReplyItem>
		);
	});
}
