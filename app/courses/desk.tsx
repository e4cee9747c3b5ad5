import { useWords } from "#app/words/reader.tsx";

type Props = { coursePath: string; isInstructor: boolean };

export function Desk({ coursePath, isInstructor }: Props) {
	const { desk } = useWords().courses;
	return (
		<nav className="desk" aria-label={desk.label}>
			<a href={`${coursePath}/desk`}>{desk.desk}</a>
			{isInstructor && (
				<>
					<a href={`${coursePath}/edit`}>{desk.edit}</a>
					<a href={`${coursePath}/members`}>{desk.members}</a>
					<a href={`${coursePath}/lessons/new`}>{desk.addLesson}</a>
					<a href={`${coursePath}/import`}>{desk.import}</a>
				</>
			)}
		</nav>
	);
}
