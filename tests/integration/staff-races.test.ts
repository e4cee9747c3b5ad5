import { beforeEach, describe, expect, it } from "vitest";
import { pinReply } from "#app/notes/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import {
	settleQuestions,
	unsettleQuestion,
} from "#app/questions/settling.server.ts";
import { acceptReply, endorseReply } from "#app/replies/answers.server.ts";
import { recountQuestions } from "#app/threads/question-state.server.ts";
import { voteThread } from "#app/votes/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	people,
	useCast,
} from "#tests/support/cast.ts";
import { lessonAs, saidOf, stateOf, threadAs } from "#tests/support/pages.ts";

const cast = useCast();
let staff: Person[];

beforeEach(async () => {
	staff = [cast.instructor, cast.assistant];
});

const question = (by: Person) =>
	makeThread(cast.course, by, { kind: "question" });
const answerIn = async (thread: { id: number }, by = cast.other) => ({
	...(await makeReply(cast.course, thread.id, by)),
	threadId: thread.id,
});
const so = <Made>(many: number, make: (n: number) => Promise<Made>) =>
	Promise.all(Array.from({ length: many }, (_, n) => make(n)));

describe("two staff at once", () => {
	it("pin a reply as one note, in the words of one of them", async () => {
		const { course } = cast;
		const lesson = await makeLesson(course);
		const [block] = (await lessonAs(null, lesson.number)).blocks;
		const reply = await answerIn({ id: lesson.threadId });
		const pin = (n: number) =>
			pinReply(reply, {
				...{ by: staff[n % 2] ?? cast.instructor, course, term: null },
				...{ kind: n % 2 ? "answer" : "remark", shortForm: `第 ${n} 种` },
				blockId: block?.id ?? null,
			});
		await so(6, pin);
		const { notes, pins } = await lessonAs(null, lesson.number);
		expect(pins).toHaveLength(1);
		expect(notes).toHaveLength(1);
		const note = notes[0]?.html ?? "";
		const nth = Number(/第 (\d) 种/.exec(note)?.[1]);
		expect(note).toContain(zh.threads.notes[nth % 2 ? "answer" : "remark"]);
	});

	it("endorse an answer under one name", async () => {
		const thread = await question(cast.learner);
		const answer = await answerIn(thread);
		const endorse = (by: Person) =>
			endorseReply(answer, { by, course: cast.course, endorsed: true });
		await Promise.all([...staff, ...staff].map(endorse));
		const [first] = (await threadAs(null, thread.number)).branches;
		const named = staff.filter(({ name }) =>
			saidOf(first?.reply ?? {}).includes(zh.questions.endorsedBy(name)),
		);
		expect(named).toHaveLength(1);
		await endorse(
			named[0] === cast.assistant ? cast.instructor : cast.assistant,
		);
		const [then] = (await threadAs(null, thread.number)).branches;
		expect(then?.reply).toEqual(first?.reply);
	});

	it("settle a question with one of their answers, and notify its asker once", async () => {
		const { course } = cast;
		const twin = await question(cast.other);
		const answers = await so(4, async () =>
			answerIn(await question(cast.learner), cast.instructor),
		);
		await Promise.all(
			answers.map((answer, n) =>
				settleQuestions(answer, {
					...{ by: staff[n % 2] ?? cast.instructor, course },
					numbers: [twin.number],
				}),
			),
		);
		const { settling, thread } = await threadAs(cast.other, twin.number);
		expect(answers.map(({ id }) => id)).toContain(settling?.id);
		expect(thread.state).toBe("answered");
		expect(
			await sql`SELECT reply_id AS id FROM notifications WHERE kind = 'settled'`,
		).toEqual([{ id: settling?.id }]);
	});
});

it("a question's state stays right while people accept, endorse and take back at once", async () => {
	const { course } = cast;
	const thread = await question(cast.learner);
	const answers = await so(3, () => answerIn(thread));
	for (let round = 0; round < 5; round += 1) {
		await Promise.all(
			answers.flatMap((answer) => [
				acceptReply(answer, {
					by: cast.instructor,
					course,
					accepted: round % 2 > 0,
				}),
				acceptReply(answer, {
					by: cast.instructor,
					course,
					accepted: round % 2 === 0,
				}),
				...staff.map((by, n) =>
					endorseReply(answer, { by, course, endorsed: n === round % 2 }),
				),
				answerIn(thread),
			]),
		);
		const state = () => stateOf(thread.number);
		const kept = await state();
		await recountQuestions(sql, [thread.id]);
		expect(await state()).toBe(kept);
	}
});

describe('"me too", across the questions that one answer settles', () => {
	/** For each thread the stored number and its recount. */
	const counts = () => sql<{ kept: number; anew: number }>`
		SELECT m.me_too AS kept, m.imported_votes + (
			SELECT count(DISTINCT v.voter_id)::int FROM thread_votes v WHERE v.voter_id IS DISTINCT FROM m.author_id
				AND (v.thread_id = m.id OR v.thread_id IN (
					SELECT t.id FROM threads t JOIN replies r ON r.id = t.settled_by_reply_id WHERE r.thread_id = m.id
				))
		) AS anew FROM threads m ORDER BY m.id`;
	const expectCounted = async () => {
		for (const { kept, anew } of await counts()) expect(kept).toBe(anew);
	};

	it("counts everybody at once, in each question", async () => {
		const { course, instructor } = cast;
		const threads = await so(4, () => question(cast.learner));
		const [master] = threads;
		if (!master) throw new Error("Nothing was asked");
		const answer = await answerIn(master, instructor);
		const numbers = threads.slice(1).map(({ number }) => number);
		await settleQuestions(answer, { by: instructor, course, numbers });
		const crowd = await people(6);
		for (const voted of [true, false, true]) {
			await Promise.all(
				crowd.flatMap((by) =>
					threads.map(({ id }) => voteThread(id, { by, course, voted })),
				),
			);
			await expectCounted();
		}
	});

	it("counts right while questions are settled and opened again", async () => {
		const { course } = cast;
		const threads = await so(4, () => question(cast.learner));
		const answers = await so(2, (n) =>
			answerIn(threads[n * 3] ?? { id: 0 }, cast.instructor),
		);
		const crowd = await people(4);
		for (let round = 0; round < 5; round += 1) {
			await Promise.all([
				...answers.map((answer, n) =>
					settleQuestions(answer, {
						...{ by: staff[n] ?? cast.instructor, course },
						numbers: threads.slice(1, 3).map(({ number }) => number),
					}),
				),
				...crowd.flatMap((by, n) =>
					threads.map(({ id }) =>
						voteThread(id, { by, course, voted: (round + n) % 2 > 0 }),
					),
				),
				...threads.map((thread) =>
					unsettleQuestion(thread, { by: cast.instructor, course }),
				),
			]);
			await expectCounted();
		}
	});
});
