import type { LessonLink } from "#app/lessons/queries.server.ts";

const BEFORE = 4;
const MOST = 9;

/** `place` counts from 1. */
export type LessonAround = LessonLink & { place: number };

/** The lessons that stand beside the text or above it, with the present one; none if it is the only one or not among them. */
export function lessonsAround(
	lessons: LessonLink[],
	present: number,
): LessonAround[] {
	const at = lessons.findIndex(({ number }) => number === present);
	if (at < 0 || lessons.length < 2) return [];
	const first = Math.max(0, Math.min(at - BEFORE, lessons.length - MOST));
	return lessons
		.slice(first, first + MOST)
		.map(({ number, title }, i) => ({ number, title, place: first + i + 1 }));
}
