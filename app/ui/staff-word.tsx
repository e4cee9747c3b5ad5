import type { StaffWordKind } from "#app/platform/prisma/enums.ts";
import { useWords } from "#app/words/reader.tsx";

export type StaffWord = {
	kind: StaffWordKind;
	text: string;
	by: string | null;
};

export function StaffWordLine({ word }: { word: StaffWord }) {
	const { questions } = useWords();
	return (
		<p className="staff-word">
			<strong>{questions.wordIs(questions.wordKinds[word.kind])}</strong>
			{word.text}
			{word.by && <span className="muted">{word.by}</span>}
		</p>
	);
}
