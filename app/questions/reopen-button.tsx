import * as paths from "#app/paths.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { useWords } from "#app/words/reader.tsx";

export function ReopenButton({ question }: { question: number }) {
	const { questions } = useWords();
	const { slug, thread } = useThread();
	if (!thread.can.reopen) return null;
	return (
		<ActButton
			action={paths.thread.closing(slug, question)}
			name="closed"
			wish={false}
			className="plain"
		>
			{questions.reopen}
		</ActButton>
	);
}
