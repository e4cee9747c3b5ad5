import type { LessonLink } from "#app/lessons/queries.server.ts";
import * as paths from "#app/paths.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	before: LessonLink | null;
	after: LessonLink | null;
	slug: string;
	isRepeated?: boolean;
};

export function Neighbours({ before, after, slug, isRepeated }: Props) {
	const { lessons } = useWords();
	if (!before && !after) return null;
	return (
		<nav
			className="mt-16 flex flex-wrap justify-between gap-x-20 gap-y-10 border-t border-rule pt-12 print:hidden"
			aria-label={isRepeated ? lessons.goOn : lessons.neighbours}
		>
			{before && (
				<a
					className="grid font-song hover:underline"
					href={paths.lesson(slug, before.number)}
					rel="prev"
				>
					<span className="muted">{lessons.previous}</span>
					{before.title}
				</a>
			)}
			{after && (
				<a
					className="ms-auto grid text-end font-song hover:underline"
					href={paths.lesson(slug, after.number)}
					rel="next"
				>
					<span className="muted">{lessons.next}</span>
					{after.title}
				</a>
			)}
		</nav>
	);
}
