import { useEffect, useRef, useState } from "react";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { canReply } from "#app/replies/policy.ts";
import type { Branch } from "#app/replies/presentation.server.ts";
import { ReplyForm } from "#app/replies/reply-form.tsx";
import type { SparseReply } from "#app/replies/sparse.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { useSignInPath } from "#app/ui/viewer.ts";

type Props = { submissionId: string; parent?: SparseReply; shown: Branch[] };

/** The foot of a thread: the form, or why there is none; and a way to one's own reply where another page shows it. */
export function WriteReply({ submissionId, parent, shown }: Props) {
	const { threads } = useWords();
	const { thread, by, coursePath } = useThread();
	const signInPath = useSignInPath();
	const [posted, setPosted] = useState<number | null>(null);
	const said = useRef<HTMLParagraphElement>(null);
	useEffect(() => {
		if (posted) said.current?.focus();
	}, [posted]);
	const onThisPage = shown.some(({ reply, under }) =>
		[reply, ...under].some(({ id }) => id === posted),
	);
	if (by.id === null)
		return (
			<p className="write-instead" id="write">
				<a className="button" href={signInPath}>
					{threads.signInToReply}
				</a>
			</p>
		);
	if (!canReply(by, thread))
		return <p className="write-instead muted">{threads.lockedHint}</p>;
	const name = parent?.author?.name ?? parent?.importedName;
	return (
		<section id="write" aria-label={threads.write}>
			{posted && (
				<p ref={said} className="posted" role="status" tabIndex={-1}>
					{threads.posted}
					<a
						className="link"
						href={
							onThisPage
								? `#reply-${posted}`
								: `${coursePath}/replies/${posted}`
						}
					>
						{threads.seePosted}
					</a>
				</p>
			)}
			<ReplyForm
				submissionId={submissionId}
				parent={parent && name ? { id: parent.id, name } : undefined}
				onPosted={setPosted}
			/>
		</section>
	);
}
