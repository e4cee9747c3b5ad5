import * as paths from "#app/paths.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	blockId: number;
	/** The paragraph's first words; null where nobody asks, at a heading. */
	opening: string | null;
	isFormula: boolean;
	asked: number | undefined;
	open: { mark: string; full: string } | undefined;
	canNote: boolean;
	slug: string;
	lessonNumber: number;
};

export function Asks({
	blockId,
	asked = 0,
	opening,
	isFormula,
	open,
	canNote,
	slug,
	lessonNumber,
}: Props) {
	const { questions } = useWords();
	const { begin } = useRareWords().notes;
	const place = `lesson=${lessonNumber}&block=${blockId}`;
	const all = questions.askedHereFull(asked);
	return (
		<p className="asks">
			{opening !== null && (
				<a
					href={`${paths.threads.new(slug)}?kind=question&${place}`}
					rel="nofollow"
					className={isFormula ? "ask of-formula" : "ask"}
					aria-label={questions.askAbout(opening)}
					title={questions.askHere}
				>
					{questions.askMark}
				</a>
			)}
			{opening !== null && canNote && (
				<a
					href={`${paths.lesson.note(slug, lessonNumber)}?block=${blockId}`}
					rel="nofollow"
					className={`ask of-note${isFormula ? " of-formula" : ""}`}
					aria-label={begin.at(opening)}
					title={begin.hint}
				>
					{begin.mark}
				</a>
			)}
			{asked > 0 && (
				<a
					href={`${paths.questions(slug)}?${place}`}
					aria-label={open ? undefined : all}
					title={open && `${all} · ${open.full}`}
				>
					{open ? open.mark : questions.askedHere(asked)}
				</a>
			)}
		</p>
	);
}
