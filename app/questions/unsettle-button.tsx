import * as paths from "#app/paths.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { useWords } from "#app/words/reader.tsx";

export function UnsettleButton({ question }: { question: number }) {
	const { questions } = useWords();
	const { slug, thread } = useThread();
	if (!thread.can.unsettle) return null;
	return (
		<ActButton
			action={paths.thread.settlement(slug, question)}
			name="settled"
			wish={false}
			className="plain"
		>
			{questions.unsettle}
		</ActButton>
	);
}
