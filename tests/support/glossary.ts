import { type Cast, makeLesson, makeReply } from "#tests/support/cast.ts";
import { glossaryAs, lessonAs } from "#tests/support/pages.ts";

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

/** The terms on a page of the glossary as they are read; `chosen` are the sentences of their history, the newest first. */
export const termsIn = ({ terms = "" }: { terms?: string | undefined }) =>
	[...terms.matchAll(/<li id="term-(\d+)">(.*?)<\/ol><\/li>/gs)].map(
		([, id, html = ""]) => {
			const textOf = (element: RegExp) =>
				element.exec(html)?.[1]?.replace(/<[^>]+>/g, "") ?? null;
			const lessons = [
				...html.matchAll(/\/lessons\/(\d+)" title="([^"]*)"/g),
			].map(([, number, title]) => ({ number: Number(number), title }));
			return {
				id: Number(id),
				title: textOf(/<h2>(.*?)<\/h2>/s),
				also: textOf(/<p class="muted">(.*?)<\/p>/s),
				meaning: textOf(/<p class="meaning">(.*?)<\/p>/s),
				lessons,
				count: Number(textOf(/<span>等 (\d+) 课<\/span>/) ?? lessons.length),
				decided: /class="link decided" href="([^"]*)"/.exec(html)?.[1] ?? null,
				chosen: [...html.matchAll(/<\/time> (.*?)<\/li>/g)].map(
					([, sentence]) => sentence,
				),
			};
		},
	);

/** The terms of the glossary as somebody reads them. */
export const termsAs = async (by: { id: number } | null) =>
	termsIn(await glossaryAs(by));
