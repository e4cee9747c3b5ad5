import * as paths from "#app/paths.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { useViewer, useWayIn } from "#app/ui/viewer.ts";
import { useWords } from "#app/words/reader.tsx";

export const REPLY_BOX = "write-reply";

/** At the head of a discussion: the box stands below all of it. */
export function WriteLink() {
	const { threads } = useWords();
	const { thread } = useThread();
	const viewer = useViewer();
	const signInPath = useWayIn(paths.signIn, REPLY_BOX);
	if (thread.isHidden || (viewer && !thread.can.reply)) return null;
	return (
		<a
			className="write-link link"
			href={viewer ? `#${REPLY_BOX}` : signInPath}
			rel={viewer ? undefined : "nofollow"}
		>
			{threads.write}
		</a>
	);
}
