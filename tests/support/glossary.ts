import { type Cast, makeLesson, makeReply } from "#tests/support/cast.ts";
import { glossaryAs, lessonAs } from "#tests/support/pages.ts";

/** A term as form fields; one of its renderings occurs twice. */
export const TERM = {
	source: "Emergent Ability",
	rendering: "涌现",
	otherRenderings: "突现、突现能力，突现",
	meaning: "整体有了部件身上没有的性质。",
};

/** Makes a lesson that contains the words of `TERM`, and a reply that can become its translation note. */
export async function makeTranslation({ course, learner }: Cast) {
	const lesson = await makeLesson(course, {
		title: "规模",
		source: "开头。\n\n## 突现能力（Emergent Ability）\n\n也作涌现。",
	});
	const reply = await makeReply(course, lesson.threadId, learner);
	return { lesson, reply };
}

/** A lesson's marked words, each with its term: `涌现=1`. */
export const marksIn = async (number: number) =>
	(await lessonAs(null, number)).blocks.flatMap(({ html = "" }) =>
		[...html.matchAll(/<a class="term"[^>]*#term-(\d+)"[^>]*>([^<]*)/g)].map(
			([, id, word]) => `${word}=${id}`,
		),
	);

/** The terms that a glossary page shows; `chosen` are the sentences of their history, newest first. */
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
				title: textOf(/<h2[^>]*>(.*?)<\/h2>/s),
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

/** The glossary's terms as `by` sees them. */
export const termsAs = async (by: { id: number } | null) =>
	termsIn(await glossaryAs(by));
