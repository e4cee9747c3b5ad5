import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/db.server.ts";
import { Refusal } from "#app/platform/refusal.ts";
import {
	closeQuestions,
	reopenQuestion,
} from "#app/questions/closing.server.ts";
import { claimQuestion } from "#app/questions/commands.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import * as desk from "#app/routes/desk/show.tsx";
import * as notifications from "#app/routes/notifications/index.tsx";
import * as asking from "#app/routes/replies/asking.tsx";
import * as promotion from "#app/routes/replies/promotion.tsx";
import * as settlement from "#app/routes/replies/settlement.tsx";
import * as claim from "#app/routes/threads/claim.tsx";
import { voteReply, voteThread } from "#app/votes/commands.server.ts";
import {
	makeCast,
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	people,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { threadAs } from "#tests/support/pages.ts";
import { ask, load } from "#tests/support/requests.ts";

let cast: Awaited<ReturnType<typeof makeCast>>;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
});

const question = (by: Person = cast.learner, title = "一个提问") =>
	makeThread(cast.course, by, { kind: "question", title });

const deskAs = (by: Person) =>
	load(desk.loader, {
		by,
		path: "/courses/course/desk",
		params: { course: "course" },
	});

const onReply = (
	route: { action: Parameters<typeof ask>[0] },
	by: Person,
	id: number,
	form: Record<string, string>,
) =>
	ask(route.action, {
		by,
		path: `/courses/course/replies/${id}/x`,
		params: { course: "course", id: String(id) },
		form,
	});

describe("the queue", () => {
	it("holds what waits for staff, the longest waiting first", async () => {
		const [first, second, answered] = [
			await question(),
			await question(),
			await question(),
		];
		await makeReply(cast.course, answered.id, cast.instructor);
		await sql`UPDATE threads SET created_at = now() - interval '2 days' WHERE id = ${second.id}`;
		const { waiting } = await deskAs(cast.assistant);
		expect(waiting.map(({ number }) => number)).toEqual([
			second.number,
			first.number,
		]);
	});

	it("is for staff", async () => {
		for (const [by, status] of [
			[null, 302],
			[cast.learner, 403],
		] as const)
			expect(
				await ask(desk.loader, {
					by,
					path: "/courses/course/desk",
					params: { course: "course" },
				}),
			).toMatchObject({ status });
	});

	it("is claimed by one of two who claim at once, and shows who is at it", async () => {
		const { id, number } = await question();
		const { course, instructor, assistant } = cast;
		const outcomes = await Promise.allSettled(
			[instructor, assistant].map((by) =>
				claimQuestion({ id }, { by, course, claimed: true }),
			),
		);
		expect(outcomes.map(({ status }) => status).toSorted()).toEqual([
			"fulfilled",
			"rejected",
		]);
		const { thread } = await threadAs(null, number);
		const winner = outcomes[0]?.status === "fulfilled" ? instructor : assistant;
		expect(thread.claimedBy).toBe(winner.name);
	});

	it("lets a claim be released, and lapse after a day", async () => {
		const { id, number } = await question();
		const { course, instructor, assistant } = cast;
		await claimQuestion({ id }, { by: instructor, course, claimed: true });
		await claimQuestion({ id }, { by: instructor, course, claimed: false });
		await claimQuestion({ id }, { by: assistant, course, claimed: true });
		await sql`UPDATE threads SET claimed_at = now() - interval '25 hours' WHERE id = ${id}`;
		expect((await threadAs(null, number)).thread.claimedBy).toBeNull();
		await claimQuestion({ id }, { by: instructor, course, claimed: true });
		const learner = await ask(claim.action, {
			by: cast.learner,
			path: `/courses/course/threads/${number}/claim`,
			params: { course: "course", number: String(number) },
			form: { claimed: "true" },
		});
		expect(learner.status).toBe(403);
	});
});

describe("a question hidden in a reply", () => {
	let lesson: Awaited<ReturnType<typeof makeLesson>>;
	beforeEach(async () => {
		lesson = await makeLesson(cast.course, { questions: [] });
	});
	const reply = (by: Person, body: string, parentId: number | null = null) =>
		makeReply(cast.course, lesson.threadId, by, { body, parentId });
	const proposed = async () =>
		(await deskAs(cast.instructor)).candidates.map(({ id }) => id);

	it("is proposed by a rule until staff answer, decline or promote it", async () => {
		const [opinion, asked, answered, declined] = [
			await reply(cast.learner, "我觉得很有道理。"),
			await reply(cast.learner, "老师，请问代码训练是什么意思"),
			await reply(cast.other, "这一步怎么来的？"),
			await reply(cast.other, "真的吗？"),
		];
		await reply(cast.assistant, "是这样来的。", answered.id);
		await onReply(asking, cast.assistant, declined.id, { isQuestion: "false" });
		expect(await proposed()).toEqual([asked.id]);
		await editReply(opinion, {
			by: cast.learner,
			course: cast.course,
			body: "可是为什么呢？",
			version: 1,
		});
		expect((await proposed()).toSorted()).toEqual(
			[asked.id, opinion.id].toSorted(),
		);
		await promoteReply(
			{ ...asked, threadId: lesson.threadId },
			{ by: cast.instructor, course: cast.course, title: "代码训练是什么" },
		);
		expect(await proposed()).toEqual([opinion.id]);
	});

	it("takes its author, date, votes and replies along, and leaves the way", async () => {
		const { course, learner, other, instructor } = cast;
		const asked = await reply(learner, "请问为什么？");
		const under = await reply(other, "我也想知道。", asked.id);
		const deeper = await reply(learner, "等老师来。", under.id);
		for (const by of await people(3))
			await voteReply(asked.id, { by, course, voted: true });
		await sql`UPDATE replies SET imported_votes = 2, created_at = '2024-01-02' WHERE id = ${asked.id}`;
		const answer = await onReply(promotion, learner, asked.id, {
			title: "为什么呢",
		});
		expect(answer.status).toBe(303);
		const number = Number(/\d+$/.exec(answer.location ?? "")?.[0]);
		const made = await threadAs(other, number);
		expect(made.thread).toMatchObject({
			kind: "question",
			title: "为什么呢",
			state: "discussed",
			voteCount: 5,
			importedVotes: 2,
			replyCount: 2,
			topCount: 1,
			lessonNumber: lesson.number,
			promotedFromId: asked.id,
			author: { handle: learner.handle },
			createdAt: new Date("2024-01-02"),
		});
		expect(made.branches).toMatchObject([
			{ reply: { id: under.id, underCount: 1 }, under: [{ id: deeper.id }] },
		]);
		const old = await threadAs(other, lesson.threadNumber);
		expect(old.thread).toMatchObject({ replyCount: 1, topCount: 1 });
		expect(old.branches).toMatchObject([
			{ reply: { promotedTo: { number }, underCount: 0 }, under: [] },
		]);
		const votes = await voteThread(
			Number(
				(
					await sql<{
						id: number;
					}>`SELECT id FROM threads WHERE number = ${number}`
				)[0]?.id,
			),
			{ by: instructor, course, voted: true },
		);
		expect(votes).toBe(6);
	});

	it("becomes one question when two promote it at once", async () => {
		const asked = await reply(cast.learner, "请问为什么？");
		const made = await Promise.all(
			[cast.instructor, cast.assistant].map((by) =>
				promoteReply(
					{ ...asked, threadId: lesson.threadId },
					{ by, course: cast.course, title: "为什么" },
				),
			),
		);
		expect(made[0]).toEqual(made[1]);
		expect(
			await sql`SELECT 1 FROM threads WHERE promoted_from_id = ${asked.id}`,
		).toHaveLength(1);
	});

	it("is promoted by its author and staff alone", async () => {
		const asked = await reply(cast.learner, "请问为什么？");
		expect(
			await onReply(promotion, cast.other, asked.id, { title: "为什么" }),
		).toMatchObject({ status: 403 });
	});
});

describe("one answer for several questions", () => {
	const settle = (
		answer: { id: number; threadId: number },
		numbers: number[],
		by = cast.instructor,
	) => closeQuestions(answer, { by, course: cast.course, numbers });
	const answerIn = async (thread: { id: number }) => ({
		...(await makeReply(cast.course, thread.id, cast.instructor, {
			body: "**都是**因为这个。",
		})),
		threadId: thread.id,
	});
	const newsOf = async (by: Person) =>
		(
			await load(notifications.loader, { by, path: "/notifications" })
		).notifications.map(({ threadNumber }) => threadNumber);

	it("shows the answer in each, tells each asker once, and can be undone", async () => {
		const [master, twin] = [await question(), await question(cast.other)];
		const answer = await answerIn(master);
		const form = { [`question-${twin.number}`]: "on", "question-999": "on" };
		for (let times = 0; times < 2; times += 1)
			expect(
				await onReply(settlement, cast.instructor, answer.id, form),
			).toMatchObject({ status: 303 });
		const closed = await threadAs(cast.other, twin.number);
		expect(closed.thread.state).toBe("answered");
		expect(closed.settling).toMatchObject({
			id: answer.id,
			html: expect.stringContaining("<strong>都是</strong>"),
		});
		expect(await newsOf(cast.other)).toEqual([twin.number]);
		expect(await newsOf(cast.learner)).toEqual([]);
		await reopenQuestion(twin, { course: cast.course });
		expect((await threadAs(null, twin.number)).thread.state).toBe("waiting");
	});

	it("counts whoever wonders in any of them once", async () => {
		const { course } = cast;
		const [master, twin] = [await question(), await question(cast.other)];
		const [both, here, there] = await people(3);
		const answer = await answerIn(master);
		const vote = (
			thread: { id: number },
			by: Person | undefined,
			voted = true,
		) => by && voteThread(thread.id, { by, course, voted });
		await vote(master, both);
		await vote(master, here);
		await vote(twin, both);
		await vote(twin, there);
		await vote(twin, cast.learner);
		const meToo = async () =>
			(await threadAs(null, master.number)).thread.voteCount;
		await settle(answer, [twin.number]);
		expect(await meToo()).toBe(3);
		await vote(master, there);
		expect(await meToo()).toBe(3);
		await vote(twin, here, true);
		expect(await meToo()).toBe(3);
		await vote(master, there, false);
		await vote(twin, there, false);
		expect(await meToo()).toBe(2);
		await reopenQuestion(twin, { course });
		expect(await meToo()).toBe(2);
	});

	it("never makes a circle, even when two staff close each other's at once", async () => {
		const threads = [await question(), await question(), await question()];
		const answers = await Promise.all(threads.map(answerIn));
		for (let round = 0; round < 5; round += 1)
			await Promise.allSettled(
				answers.flatMap((answer) =>
					threads.map(({ number }) => settle(answer, [number])),
				),
			);
		const links = await sql<{ from: number; to: number }>`
			SELECT t.id AS from, r.thread_id AS to FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id`;
		for (const { id } of threads) {
			let at: number | undefined = id;
			for (let steps = 0; at !== undefined; steps += 1) {
				expect(steps).toBeLessThan(threads.length);
				at = links.find(({ from }) => from === at)?.to;
			}
		}
	});

	it("is refused from a question that is itself settled elsewhere", async () => {
		const [master, twin, third] = [
			await question(),
			await question(),
			await question(),
		];
		const answer = await answerIn(master);
		const other = await answerIn(twin);
		await settle(answer, [twin.number]);
		await expect(settle(other, [third.number])).rejects.toBeInstanceOf(Refusal);
	});

	it("is for staff, and for answers that everybody may read", async () => {
		const master = await question();
		const answer = await answerIn(master);
		expect(
			await onReply(settlement, cast.learner, answer.id, {}),
		).toMatchObject({ status: 403 });
		const secret = await makeThread(cast.course, cast.learner, {
			kind: "question",
			isPrivate: true,
		});
		const hidden = await answerIn(secret);
		expect(
			await onReply(settlement, cast.instructor, hidden.id, {}),
		).toMatchObject({ status: 403 });
	});
});
