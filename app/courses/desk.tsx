import * as paths from "#app/paths.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = { slug: string; isInstructor: boolean };

export function Desk({ slug, isInstructor }: Props) {
	const { desk } = useWords().courses;
	return (
		<nav className="desk gap-x-13 text-aside" aria-label={desk.label}>
			<a href={paths.course.desk(slug)}>{desk.desk}</a>
			{isInstructor && (
				<>
					<a href={paths.course.edit(slug)}>{desk.edit}</a>
					<a href={paths.course.members(slug)}>{desk.members}</a>
					<a href={paths.newLesson(slug)}>{desk.addLesson}</a>
					<a href={paths.course.import(slug)}>{desk.import}</a>
				</>
			)}
		</nav>
	);
}
