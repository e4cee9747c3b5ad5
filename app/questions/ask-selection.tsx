import { useEffect, useState } from "react";
import * as paths from "#app/paths.ts";
import { useAskKeys } from "#app/questions/ask-keys.ts";
import { selectedPassage } from "#app/questions/selected-passage.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Place = {
	blockId: number;
	href: string;
	isCut: boolean;
	right: number;
	bottom: number;
};

export function AskSelection({
	slug,
	lessonNumber,
	canNote,
}: {
	slug: string;
	lessonNumber: number;
	canNote: boolean;
}) {
	const { questions } = useWords();
	const { begin } = useRareWords().notes;
	useAskKeys();
	const [place, setPlace] = useState<Place | null>(null);
	useEffect(() => {
		const look = () => {
			const passage = selectedPassage(getSelection());
			if (!passage) return setPlace(null);
			const { blockId, start, quote, isCut, range } = passage;
			const query = new URLSearchParams({
				kind: "question",
				lesson: String(lessonNumber),
				block: String(blockId),
				start: String(start),
				quote,
			});
			const { right, bottom } = range.getBoundingClientRect();
			setPlace({
				blockId,
				href: `${paths.threads.new(slug)}?${query}`,
				isCut,
				right: right + scrollX,
				bottom: bottom + scrollY,
			});
		};
		look();
		document.addEventListener("selectionchange", look);
		return () => document.removeEventListener("selectionchange", look);
	}, [slug, lessonNumber]);
	if (!place) return null;
	// Ends where the words end, unless that would push it out of the page on the left.
	return (
		<p
			className="pointer-events-none absolute left-0 z-2 mt-4 flex print:hidden"
			style={{ width: place.right, top: place.bottom }}
		>
			<a
				className="pointer-events-auto ms-auto flex-none rounded-control bg-ink px-9 py-5 text-small text-paper"
				href={place.href}
				rel="nofollow"
			>
				{questions.askSelection}
				{place.isCut && (
					<span className="block text-fine opacity-80">{questions.askOne}</span>
				)}
			</a>
			{canNote && (
				<a
					className="pointer-events-auto ms-3 flex-none rounded-control bg-cinnabar px-9 py-5 text-small text-paper"
					href={`${paths.lesson.note(slug, lessonNumber)}?block=${place.blockId}`}
					rel="nofollow"
				>
					{begin.selection}
				</a>
			)}
		</p>
	);
}
