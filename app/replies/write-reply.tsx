import { useEffect, useRef, useState } from "react";
import * as paths from "#app/paths.ts";
import type { Branch } from "#app/replies/presentation.server.ts";
import { ReplyForm } from "#app/replies/reply-form.tsx";
import type { SparseReply } from "#app/replies/sparse.ts";
import { REPLY_BOX } from "#app/replies/write-link.tsx";
import { useThread } from "#app/threads/thread-context.tsx";
import { useViewer, useWayIn } from "#app/ui/viewer.ts";
import { OPENING_CHARACTERS } from "#app/visibility/limits.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	submissionId: string;
	isOpen: boolean;
	parent?: SparseReply;
	shown: Branch[];
	checkIns: SparseReply[];
};

/** The form or why there is none, and a link to one's own reply on another page. */
export function WriteReply({
	submissionId,
	isOpen,
	parent,
	shown,
	checkIns,
}: Props) {
	const { threads, progress, thinking } = useWords();
	const { thread, slug } = useThread();
	const viewer = useViewer();
	const signInPath = useWayIn(paths.signIn, REPLY_BOX);
	const [posted, setPosted] = useState<number | null>(null);
	const notice = useRef<HTMLParagraphElement>(null);
	useEffect(() => {
		if (posted) notice.current?.focus();
	}, [posted]);
	const isCheckIn = checkIns.some(({ id }) => id === posted);
	const onThisPage =
		isCheckIn ||
		shown.some(({ reply, under }) =>
			[reply, ...under].some(({ id }) => id === posted),
		);
	if (!viewer)
		return (
			<p className="mt-20 border-t-2 border-ink pt-10" id={REPLY_BOX}>
				<a className="button" href={signInPath}>
					{threads.signInToReply}
				</a>
			</p>
		);
	if (thread.isHidden) return null;
	if (!thread.can.reply)
		return <p className="muted mt-14">{threads.lockedHint}</p>;
	return (
		<section
			id="write"
			className="mt-20 border-t-2 border-ink pt-10"
			aria-label={threads.write}
		>
			{posted && (
				<p
					ref={notice}
					className="posted pb-6 text-muted"
					role="status"
					tabIndex={-1}
				>
					{isCheckIn
						? progress.postedCheckIn
						: isOpen
							? threads.posted
							: thinking.postedShort(OPENING_CHARACTERS)}
					<a
						className="link"
						href={onThisPage ? `#reply-${posted}` : paths.reply(slug, posted)}
					>
						{threads.seePosted}
					</a>
				</p>
			)}
			<ReplyForm
				submissionId={submissionId}
				parent={parent?.isHidden ? undefined : parent}
				onPosted={setPosted}
			/>
		</section>
	);
}
