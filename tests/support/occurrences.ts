import { type Lesson, makeLesson, useCast } from "#tests/support/cast.ts";
import { termsIn } from "#tests/support/glossary.ts";
import { glossaryAs } from "#tests/support/pages.ts";

/** The cast of a course, with functions for its glossary and lessons. */
export function useTerms() {
	const cast = useCast();
	const given = (source: string, ...renderings: string[]) => ({
		by: cast.assistant,
		course: cast.course,
		words: { source, renderings, meaning: "" },
	});

	async function makeLessons(count: number, source: string): Promise<Lesson[]> {
		const lessons = [];
		for (let i = 0; i < count; i++)
			lessons.push(await makeLesson(cast.course, { source, questions: [] }));
		return lessons;
	}

	return { cast, given, makeLessons };
}

/** How many lessons the glossary's page counts for each term, and whether it says that this may change. */
export async function visit() {
	const page = await glossaryAs(null);
	const terms = termsIn(page);
	const counts = Object.fromEntries(terms.map(({ id, count }) => [id, count]));
	return { counts, isUnderway: page.isUnderway };
}
