import { useWords } from "#app/platform/i18n/reader.tsx";

/** What an instructor does with a course. */
export function Desk({ coursePath }: { coursePath: string }) {
	const { desk } = useWords().courses;
	return (
		<nav className="desk" aria-label={desk.label}>
			<a href={`${coursePath}/desk`}>{desk.desk}</a>
			<a href={`${coursePath}/edit`}>{desk.edit}</a>
			<a href={`${coursePath}/members`}>{desk.members}</a>
			<a href={`${coursePath}/lessons/new`}>{desk.addLesson}</a>
			<a href={`${coursePath}/import`}>{desk.import}</a>
		</nav>
	);
}
