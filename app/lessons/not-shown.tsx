import * as paths from "#app/paths.ts";
import type { Publication } from "#app/platform/prisma/enums.ts";
import { useRareWords } from "#app/words/rare-words.ts";

type Listed = {
	number: number;
	title: string;
	state: Publication;
	isRemoved: boolean;
};

export function NotShown({
	lessons,
	slug,
}: {
	lessons: Listed[];
	slug: string;
}) {
	const { courses } = useRareWords();
	if (lessons.length === 0) return null;
	return (
		<details className="fold mt-8">
			<summary className="muted">
				{courses.notShownLessons(lessons.length)}
			</summary>
			<ul>
				{lessons.map(({ number, title, state, isRemoved }) => (
					<li key={number} className="facts py-3">
						<a className="link" href={paths.lesson(slug, number)}>
							{title}
						</a>
						<span className="muted">
							{courses.states[isRemoved ? "removed" : state]}
						</span>
					</li>
				))}
			</ul>
		</details>
	);
}
