import { useWords } from "#app/platform/i18n/reader.tsx";
import type { QuestionState } from "#app/platform/prisma/enums.ts";

export function StateMark({ state }: { state: QuestionState }) {
	const { questions } = useWords();
	return (
		<span className="state" data-state={state}>
			{questions.states[state]}
		</span>
	);
}
