import * as pinRoute from "#app/routes/replies/pin.tsx";
import {
	blocksOf,
	type Cast,
	makeLesson,
	makeNote,
	makeReply,
} from "#tests/support/cast.ts";
import { onReply } from "#tests/support/requests.ts";

/** Sends the form that pins a reply, by default as a translation note. */
export const sendPin = (
	by: { id: number } | null,
	id: number,
	form: Record<string, string>,
) => onReply(pinRoute, by, id, { pinned: "true", kind: "remark", ...form });

/** Makes a lesson with a heading, and a reply to it that staff may pin. */
export async function makeReplyToPin({ course, learner }: Cast) {
	const lesson = await makeLesson(course);
	const reply = await makeReply(course, lesson.threadId, learner, {
		body: "复杂性科学里说**涌现**。",
	});
	const blocks = await blocksOf(lesson);
	const heading = blocks.find(({ kind }) => kind === "heading");
	if (!heading) throw new Error("The lesson has no heading");
	return { lesson, reply, heading };
}

/** The text of `makeNoteToCheck`'s lesson. */
export const PARAGRAPHS = "第一段说规模。\n\n第二段说涌现。\n\n第三段说预测。";

/** Makes a lesson of three paragraphs, and a reply pinned to the second. */
export async function makeNoteToCheck({ course, learner, instructor }: Cast) {
	const lesson = await makeLesson(course, { source: PARAGRAPHS });
	const { id } = await makeReply(course, lesson.threadId, learner);
	const reply = { id, threadId: lesson.threadId };
	const [, second] = await blocksOf(lesson);
	if (!second) throw new Error("The lesson has no second paragraph");
	const note = { blockId: second.id, shortForm: "页边一句。" };
	await makeNote(course, reply, instructor, note);
	return { lesson, reply, second };
}
