import type { QuestionState } from "#app/platform/prisma/enums.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useWords } from "#app/words/reader.tsx";

export function StateMark({ state }: { state: QuestionState }) {
	const { questions } = useWords();
	return (
		<span className="state" data-state={state}>
			{questions.states[state]}
		</span>
	);
}

export function PrivateMark() {
	const { questions } = useWords();
	return (
		<span className="private">
			<Icon name="lock" /> {questions.privateMark}
		</span>
	);
}

export function LockedMark() {
	const { threads } = useWords();
	return (
		<span className="locked">
			<Icon name="lock" /> {threads.locked}
		</span>
	);
}
