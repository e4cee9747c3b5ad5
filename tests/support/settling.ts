import { settleQuestions } from "#app/questions/settling.server.ts";
import {
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";

/** The cast of a course, with questions and answers that settle several. */
export function useSettling() {
	const cast = useCast();
	const question = (by: Person = cast.learner, title = "一个提问") =>
		makeThread(cast.course, by, { kind: "question", title });
	const settle = (
		answer: { id: number; threadId: number },
		numbers: number[],
		by = cast.instructor,
	) => settleQuestions(answer, { by, course: cast.course, numbers });
	const answerIn = async (thread: { id: number }) => ({
		...(await makeReply(cast.course, thread.id, cast.instructor, {
			body: "**都是**因为这个。",
		})),
		threadId: thread.id,
	});
	return { cast, question, settle, answerIn };
}
