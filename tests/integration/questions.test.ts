import { beforeEach, describe, expect, it } from "vitest";
import { nameRole } from "#app/members/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { solveQuestion } from "#app/questions/commands.server.ts";
import { acceptReply, endorseReply } from "#app/replies/answers.server.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import { voteThread } from "#app/votes/commands.server.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	people,
	type Thread,
	useCast,
} from "#tests/support/cast.ts";
import { runJobs } from "#tests/support/jobs.ts";
import { questionsAs, stateOf } from "#tests/support/pages.ts";

const cast = useCast();
let question: Thread;

beforeEach(async () => {
	question = await makeThread(cast.course, cast.learner, { kind: "question" });
});

const reply = (by: Person) => makeReply(cast.course, question.id, by);
const whole = (id: number, by: Person) => ({
	id,
	threadId: question.id,
	authorId: by.id,
});
const state = () => stateOf(question.number);

describe("the state of a question", () => {
	it("is waiting while only its asker has written", async () => {
		expect(await state()).toBe("waiting");
		await reply(cast.learner);
		expect(await state()).toBe("waiting");
	});

	it("is discussed if classmates reply, answered if staff do", async () => {
		await reply(cast.other);
		expect(await state()).toBe("discussed");
		await reply(cast.assistant);
		expect(await state()).toBe("answered");
	});

	it("is answered while the asker accepts or staff endorse a reply", async () => {
		const { id } = await reply(cast.other);
		const { course, instructor } = cast;
		const marked = { id, threadId: question.id };
		await acceptReply(marked, { by: cast.instructor, course, accepted: true });
		expect(await state()).toBe("answered");
		await acceptReply(marked, { by: cast.instructor, course, accepted: false });
		expect(await state()).toBe("discussed");
		await endorseReply(marked, { by: instructor, course, endorsed: true });
		expect(await state()).toBe("answered");
		await endorseReply(marked, { by: instructor, course, endorsed: false });
		expect(await state()).toBe("discussed");
	});

	it("is a follow-up if the asker writes after the answer, until the asker is content or staff answer again", async () => {
		const { course } = cast;
		await reply(cast.instructor);
		await reply(cast.learner);
		expect(await state()).toBe("follow_up");
		await solveQuestion(question, { by: cast.instructor, course });
		expect(await state()).toBe("answered");
		await reply(cast.learner);
		expect(await state()).toBe("follow_up");
		await reply(cast.assistant);
		expect(await state()).toBe("answered");
	});

	it("follows a reply that is removed and restored", async () => {
		const { course, instructor } = cast;
		const { id } = await reply(instructor);
		await removeReply(whole(id, instructor), { by: instructor, course });
		expect(await state()).toBe("waiting");
		await restoreReply({ id }, { by: cast.instructor, course });
		expect(await state()).toBe("answered");
	});

	it("follows the role of everybody who replied", async () => {
		await reply(cast.other);
		await nameRole(cast.other.handle, {
			by: null,
			course: cast.course,
			role: "assistant",
		});
		await runJobs();
		expect(await state()).toBe("answered");
		await nameRole(cast.other.handle, {
			by: null,
			course: cast.course,
			role: "learner",
		});
		await runJobs();
		expect(await state()).toBe("discussed");
	});

	it("exists only on questions", async () => {
		const topic = await makeThread(cast.course, cast.learner);
		await makeReply(cast.course, topic.id, cast.instructor);
		expect(await stateOf(topic.number)).toBeNull();
	});

	it("is the same recounted as updated step by step", async () => {
		await reply(cast.other);
		await reply(cast.instructor);
		await reply(cast.learner);
		const facts = () =>
			sql`SELECT others_count, asker_replied_at, staff_replied_at, state FROM threads WHERE id = ${question.id}`;
		const before = await facts();
		for (const role of ["assistant", "learner"] as const) {
			await nameRole(cast.other.handle, {
				by: null,
				course: cast.course,
				role: role,
			});
			await runJobs();
		}
		expect(await facts()).toEqual(before);
	});
});

describe("the list of questions", () => {
	const list = questionsAs;
	const numbers = async (by: Person | null, query = "") =>
		(await list(by, query)).questions.map(({ number }) => number);

	it('puts first the most "me too", then the oldest', async () => {
		const { course } = cast;
		const [second, third] = [
			await makeThread(course, cast.other, { kind: "question" }),
			await makeThread(course, cast.other, { kind: "question" }),
		];
		for (const by of await people(2))
			await voteThread(third.id, { by, course, voted: true });
		expect(await numbers(null)).toEqual([
			third.number,
			question.number,
			second.number,
		]);
	});

	it("filters by state, by person and by lesson", async () => {
		const { course } = cast;
		const lesson = await makeLesson(course);
		const about = await makeThread(course, cast.other, {
			kind: "question",
			lessonId: lesson.id,
		});
		await makeReply(course, about.id, cast.learner);
		const answered = await makeThread(course, cast.other, { kind: "question" });
		await makeReply(course, answered.id, cast.instructor);
		expect(await numbers(null, "?filter=waiting")).toEqual([question.number]);
		expect(await numbers(null, "?filter=unanswered")).toEqual([
			question.number,
			about.number,
		]);
		expect(await numbers(cast.learner, "?filter=mine")).toEqual([
			question.number,
		]);
		expect(await numbers(null, `?lesson=${lesson.number}`)).toEqual([
			about.number,
		]);
		expect(await numbers(null, "?filter=mine")).toHaveLength(3);
		expect((await list(null, "?filter=nonsense")).filter).toBeNull();
	});
});
