import type { QuestionState } from "#app/platform/prisma/enums.ts";
import { useWords } from "#app/words/reader.tsx";

export function StateMark({ state }: { state: QuestionState }) {
	const { questions } = useWords();
	return (
		<span className="state" data-state={state}>
			{questions.states[state]}
		</span>
	);
}
