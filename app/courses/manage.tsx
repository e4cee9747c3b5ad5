import * as paths from "#app/paths.ts";
import { useRareWords } from "#app/words/rare-words.ts";

export function Manage({ slug }: { slug: string }) {
	const { manage } = useRareWords().courses;
	return (
		<nav className="desk gap-x-13 text-aside" aria-label={manage.label}>
			<a href={paths.course.edit(slug)}>{manage.edit}</a>
			<a href={paths.course.members(slug)}>{manage.members}</a>
			<a href={paths.newLesson(slug)}>{manage.addLesson}</a>
			<a href={paths.course.import(slug)}>{manage.import}</a>
		</nav>
	);
}
