import { Link } from "@remix-run/react";
import { useWords } from "#app/platform/i18n/reader.tsx";

/** What an instructor does with a course. */
export function Desk({ coursePath }: { coursePath: string }) {
	const { desk } = useWords().courses;
	return (
		<nav className="desk" aria-label={desk.label}>
			<Link to={`${coursePath}/edit`}>{desk.edit}</Link>
			<Link to={`${coursePath}/members`}>{desk.members}</Link>
			<Link to={`${coursePath}/lessons/new`}>{desk.addLesson}</Link>
			<Link to={`${coursePath}/import`}>{desk.import}</Link>
		</nav>
	);
}
