import { useWords } from "#app/platform/i18n/reader.tsx";

type Props = {
	blockId: number;
	/** Questions about the block that the viewer may see. */
	asked: number;
	/** For staff: how much of that is open, in short and in full. */
	open: { mark: string; full: string } | undefined;
	coursePath: string;
	lessonNumber: number;
};

/** Below a block of a lesson: how much was asked about it, and the way to ask. */
export function Asks({
	blockId,
	asked,
	open,
	coursePath,
	lessonNumber,
}: Props) {
	const { questions } = useWords();
	const place = `lesson=${lessonNumber}&block=${blockId}`;
	const all = questions.askedHereFull(asked);
	return (
		<p className="asks">
			<a
				href={`${coursePath}/threads/new?kind=question&${place}`}
				rel="nofollow"
				className="ask"
				aria-label={questions.askHere}
				title={questions.askHere}
			>
				{questions.askMark}
			</a>
			{asked > 0 && (
				<a
					href={`${coursePath}/questions?${place}`}
					aria-label={open ? undefined : all}
					title={open && `${all} · ${open.full}`}
				>
					{open ? open.mark : questions.askedHere(asked)}
				</a>
			)}
		</p>
	);
}
