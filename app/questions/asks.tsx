import * as paths from "#app/paths.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	blockId: number;
	asked: number | undefined;
	open: { mark: string; full: string } | undefined;
	slug: string;
	lessonNumber: number;
};

export function Asks({ blockId, asked = 0, open, slug, lessonNumber }: Props) {
	const { questions } = useWords();
	const place = `lesson=${lessonNumber}&block=${blockId}`;
	const all = questions.askedHereFull(asked);
	return (
		<p className="asks">
			<a
				href={`${paths.threads.new(slug)}?kind=question&${place}`}
				rel="nofollow"
				className="ask"
				aria-label={questions.askHere}
				title={questions.askHere}
			>
				{questions.askMark}
			</a>
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
