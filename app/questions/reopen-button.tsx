import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { useWords } from "#app/words/reader.tsx";

/** `path` is that of the settled question. */
export function ReopenButton({ path }: { path: string }) {
	const { questions } = useWords();
	const { thread } = useThread();
	if (!thread.can.reopen) return null;
	return (
		<ActButton
			action={`${path}/closing`}
			name="closed"
			wish={false}
			className="plain"
		>
			{questions.reopen}
		</ActButton>
	);
}
