import type { ParsedLesson } from "#app/imports/parsed-lesson.ts";
import { type Problem, problemAt } from "#app/imports/problems.ts";
import type { NamedSource } from "#app/imports/source.ts";
import type { LessonText } from "#app/lessons/commands.server.ts";
import { type LessonBlock, renderLesson } from "#app/markdown/blocks.server.ts";
import { renderPlain } from "#app/markdown/render.server.ts";

/** A lesson of a source, rendered: all that an import needs before it opens its transaction. */
export type ReadyLesson = {
	name: string;
	parsed: ParsedLesson;
	text: LessonText;
	problems: Problem[];
};

/** Beyond the limits of rendering a lesson comes in as it is typed, paragraph by paragraph. */
const plainBlocks = (markdown: string): LessonBlock[] =>
	markdown
		.split(/\n\s*\n/)
		.filter((paragraph) => paragraph.trim())
		.map((source, i) => ({
			kind: "paragraph",
			level: null,
			line: i + 1,
			source,
			html: renderPlain(source),
			text: source,
		}));

/** Renders what a source holds; null where it holds no lesson. */
export async function readyLesson({ name, lesson, problems }: NamedSource): Promise<ReadyLesson | null> {
	if (!lesson) return null;
	const rendered = await renderLesson(lesson.markdown);
	const text = {
		title: lesson.title,
		source: lesson.markdown,
		questions: lesson.questions.map((question) => question.text),
		blocks: rendered.ok ? rendered.blocks : plainBlocks(lesson.markdown),
	};
	return {
		name,
		parsed: lesson,
		text,
		problems: rendered.ok ? problems : [...problems, problemAt(1, lesson.title, "lessonTooComplex")],
	};
}
