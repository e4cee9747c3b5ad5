import { useWords } from "#app/platform/i18n/reader.tsx";

type Props = {
	blockId: number;
	/** Questions about the block that the viewer may see. */
	asked: number;
	/** For staff: how much of that is open. */
	open: string | undefined;
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
	const full = questions.askedHereFull(asked) + (open ? ` · ${open}` : "");
	return (
		<p className="asks">
			{asked > 0 && (
				<a
					href={`${coursePath}/questions?${place}`}
					aria-label={full}
					title={full}
				>
					{questions.askedHere(asked)}
				</a>
			)}
			<a
				href={`${coursePath}/threads/new?kind=question&${place}`}
				rel="nofollow"
				className="ask"
				aria-label={questions.askHere}
				title={questions.askHere}
			>
				{questions.askMark}
			</a>
		</p>
	);
}
