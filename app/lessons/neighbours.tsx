import type { LessonLink } from "#app/lessons/queries.server.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	before: LessonLink | null;
	after: LessonLink | null;
	coursePath: string;
};

export function Neighbours({ before, after, coursePath }: Props) {
	const { lessons } = useWords();
	if (!before && !after) return null;
	return (
		<nav
			className="neighbours"
			aria-label={`${lessons.previous} · ${lessons.next}`}
		>
			{before && (
				<a href={`${coursePath}/lessons/${before.number}`} rel="prev">
					<span className="muted">{lessons.previous}</span>
					{before.title}
				</a>
			)}
			{after && (
				<a href={`${coursePath}/lessons/${after.number}`} rel="next">
					<span className="muted">{lessons.next}</span>
					{after.title}
				</a>
			)}
		</nav>
	);
}
