import type { LessonLink } from "#app/lessons/queries.server.ts";
import * as paths from "#app/paths.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	before: LessonLink | null;
	after: LessonLink | null;
	slug: string;
};

export function Neighbours({ before, after, slug }: Props) {
	const { lessons } = useWords();
	if (!before && !after) return null;
	return (
		<nav
			className="neighbours"
			aria-label={`${lessons.previous} · ${lessons.next}`}
		>
			{before && (
				<a href={paths.lesson(slug, before.number)} rel="prev">
					<span className="muted">{lessons.previous}</span>
					{before.title}
				</a>
			)}
			{after && (
				<a href={paths.lesson(slug, after.number)} rel="next">
					<span className="muted">{lessons.next}</span>
					{after.title}
				</a>
			)}
		</nav>
	);
}
