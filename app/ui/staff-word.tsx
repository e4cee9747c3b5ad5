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
		<p className="my-3 font-kai text-control leading-[1.7] text-cinnabar">
			<strong className="font-hei text-small leading-[1.6] font-semibold">
				{questions.wordIs(questions.wordKinds[word.kind])}
			</strong>
			{word.text}
			{word.by && (
				<span className="muted ms-[0.6em] inline-block">{word.by}</span>
			)}
		</p>
	);
}
