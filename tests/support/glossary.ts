import { type Cast, makeLesson, makeReply } from "#tests/support/cast.ts";
import { lessonAs } from "#tests/support/pages.ts";

/** A term as the fields of a form say it; one of its renderings stands there twice. */
export const TERM = {
	source: "Emergent Ability",
	rendering: "涌现",
	otherRenderings: "突现、突现能力，突现",
	meaning: "整体有了部件身上没有的性质。",
};

/** A lesson in which the words of `TERM` stand, and a reply that can become its translation note. */
export async function makeTranslation({ course, learner }: Cast) {
	const lesson = await makeLesson(course, {
		title: "规模",
		source: "开头。\n\n## 突现能力（Emergent Ability）\n\n也作涌现。",
	});
	const reply = await makeReply(course, lesson.threadId, learner);
	return { lesson, reply };
}

/** The words that lead from a lesson to the glossary, each with the term it leads to: `涌现=1`. */
export const marksIn = async (number: number) =>
	(await lessonAs(null, number)).blocks.flatMap(({ html = "" }) =>
		[...html.matchAll(/<a class="term"[^>]*#term-(\d+)"[^>]*>([^<]*)/g)].map(
			([, id, word]) => `${word}=${id}`,
		),
	);
