import type { RenderedLesson } from "#app/markdown/compose.ts";
import { renderInWorker } from "#app/markdown/pool.server.ts";

export type { LessonBlock, RenderedLesson } from "#app/markdown/compose.ts";

export function renderLesson(
	markdown: string,
	by: number | null = null,
): Promise<RenderedLesson> {
	return renderInWorker({ kind: "lesson", source: markdown }, by);
}
