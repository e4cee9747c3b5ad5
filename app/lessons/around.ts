import type { LessonLink } from "#app/lessons/queries.server.ts";

const BEFORE = 4;
const MOST = 9;

/** The lessons that the column beside the text lists, with the present one; none if it is the only one or not among them. */
export function lessonsAround(
	lessons: LessonLink[],
	present: number,
): LessonLink[] {
	const at = lessons.findIndex(({ number }) => number === present);
	if (at < 0 || lessons.length < 2) return [];
	const first = Math.min(at - BEFORE, lessons.length - MOST);
	return lessons
		.slice(Math.max(0, first), Math.max(0, first) + MOST)
		.map(({ number, title }) => ({ number, title }));
}
