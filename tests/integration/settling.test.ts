import { describe, expect, it } from "vitest";
import { answerPublishing } from "#app/questions/commands.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { unsettleQuestion } from "#app/questions/settling.server.ts";
import { acceptReply, endorseReply } from "#app/replies/answers.server.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import * as notifications from "#app/routes/notifications/index.tsx";
import * as promotion from "#app/routes/replies/promotion.tsx";
import * as settlement from "#app/routes/replies/settlement.tsx";
import { removeThread, restoreThread } from "#app/threads/commands.server.ts";
import { voteThread } from "#app/votes/commands.server.ts";
import {
	makeReply,
	makeThread,
	type Person,
	people,
} from "#tests/support/cast.ts";
import { stateOf, threadAs } from "#tests/support/pages.ts";
import { atReply, load, onReply } from "#tests/support/requests.ts";
import { useSettling } from "#tests/support/settling.ts";

const { cast, question, settle, answerIn } = useSettling();

describe("one answer for several questions", () => {
	const newsOf = async (by: Person) =>
		(
			await load(notifications.loader, { by, path: "/notifications" })
		).notifications
			.filter(({ kind }) => kind === "settled")
			.map(({ threadTitle }) => threadTitle);

	it("shows in each, notifies each asker once, and can be undone", async () => {
		const [master, twin] = [
			await question(),
			await question(cast.other, "另一问"),
		];
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
		expect(await newsOf(cast.other)).toEqual(["另一问"]);
		expect(await newsOf(cast.learner)).toEqual([]);
		await unsettleQuestion(twin, { by: cast.instructor, course: cast.course });
		expect(await stateOf(twin.number)).toBe("waiting");
		expect(await newsOf(cast.other)).toEqual([]);
	});

	it("hides private ones from everybody who may not see them, even their number", async () => {
		const master = await question();
		const twin = await makeThread(cast.course, cast.other, {
			kind: "question",
			isPrivate: true,
		});
		const told = async (by: Person | null) =>
			JSON.stringify(await threadAs(by, master.number)).replace(
				/"(?:now|submissionId)":"[^"]*"/g,
				"",
			);
		const answer = await answerIn(master);
		const before = await told(null);
		await settle(answer, [twin.number]);
		expect(await told(null)).toBe(before);
		expect((await threadAs(cast.instructor, master.number)).settled).toEqual([
			{ number: twin.number, title: expect.any(String) },
		]);
	});

	it("may be an anonymous asker's own, and then has no name", async () => {
		const { course, learner, other } = cast;
		const master = await makeThread(course, learner, {
			kind: "question",
			isAnonymous: true,
		});
		const twin = await question(other);
		const { id } = await makeReply(course, master.id, learner);
		await settle({ id, threadId: master.id }, [twin.number]);
		for (const by of [other, cast.instructor])
			expect((await threadAs(by, twin.number)).settling).toMatchObject({
				id,
				name: null,
			});
	});

	it("counts once a person who votes for several of them", async () => {
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
		await unsettleQuestion(twin, { by: cast.instructor, course });
		expect(await meToo()).toBe(2);
	});

	it("does not reveal a private question, and counts it once it is public", async () => {
		const { course, assistant, instructor, learner, other } = cast;
		const master = await question();
		const secret = await makeThread(course, learner, {
			...{ kind: "question", isPrivate: true },
		});
		await voteThread(secret.id, { by: assistant, course, voted: true });
		const answer = await answerIn(master);
		const shown = () =>
			Promise.all(
				[null, other].map(async (by) =>
					JSON.stringify({
						...(await threadAs(by, master.number)),
						submissionId: null,
					}),
				),
			);
		const before = await shown();
		await settle(answer, [secret.number]);
		expect(await shown()).toEqual(before);
		for (const by of [learner, instructor])
			expect((await threadAs(by, master.number)).settled).toMatchObject([
				{ number: secret.number },
			]);
		await answerPublishing(secret, {
			by: cast.instructor,
			course,
			published: true,
		});
		const { settled, thread } = await threadAs(other, master.number);
		expect(settled).toMatchObject([{ number: secret.number }]);
		expect(thread.voteCount).toBe(1);
	});

	it("moves with a promoted reply", async () => {
		const { course, instructor } = cast;
		const [master, twin] = [await question(), await question(cast.other)];
		const asked = await makeReply(course, master.id, cast.other, {
			body: "那反过来呢？",
		});
		const answer = await makeReply(course, master.id, instructor, {
			body: "也是这样。",
			parentId: asked.id,
		});
		const [voter] = await people(1);
		if (voter) await voteThread(twin.id, { by: voter, course, voted: true });
		await settle({ ...answer, threadId: master.id }, [twin.number]);
		const { number } = await promoteReply(asked, {
			by: cast.instructor,
			course,
			title: "反过来",
		});
		const [made, old] = [
			await threadAs(null, number),
			await threadAs(null, master.number),
		];
		expect(made.settled).toMatchObject([{ number: twin.number }]);
		expect(made.thread.voteCount).toBe(1);
		expect(old.settled).toEqual([]);
		expect(old.thread.voteCount).toBe(0);
	});

	it("ends if the answer is removed, also after it is restored", async () => {
		const { course, learner, other, instructor } = cast;
		const [master, twin] = [await question(), await question(other, "另一问")];
		const answer = { ...(await answerIn(master)), authorId: instructor.id };
		const [voter] = await people(1);
		if (voter) await voteThread(twin.id, { by: voter, course, voted: true });
		await settle(answer, [twin.number]);
		await removeReply(answer, { by: instructor, course });
		await restoreReply(answer, { by: cast.instructor, course });
		expect(await threadAs(learner, master.number)).toMatchObject({
			thread: { voteCount: 0 },
			settled: [],
		});
		expect(await threadAs(other, twin.number)).toMatchObject({
			thread: { state: "waiting" },
			settling: null,
		});
		expect(await newsOf(other)).toEqual([]);
		await settle(answer, [twin.number]);
		expect(await stateOf(twin.number)).toBe("answered");
	});

	it("ends if the asker removes the answer's thread", async () => {
		const { course, learner, other } = cast;
		const [master, twin] = [await question(), await question(other)];
		const answer = await answerIn(master);
		await settle(answer, [twin.number]);
		const opener = { ...master, authorId: learner.id };
		await removeThread(opener, { by: learner, course });
		expect(await stateOf(twin.number)).toBe("waiting");
		await restoreThread(master, { by: cast.instructor, course });
		expect((await threadAs(other, twin.number)).settling).toBeNull();
	});

	it("ends if the answer becomes a question of its own", async () => {
		const { course, instructor, learner } = cast;
		const [master, twin] = [await question(), await question(cast.other)];
		const answer = await answerIn(master);
		await acceptReply(answer, { by: cast.instructor, course, accepted: true });
		await endorseReply(answer, { by: instructor, course, endorsed: true });
		await settle(answer, [twin.number]);
		await makeReply(course, master.id, cast.other, { body: "我补一句。" });
		const { isAnswer } = await load(promotion.loader, {
			by: instructor,
			...atReply(answer.id, "/promotion"),
		});
		expect(isAnswer).toBe(true);
		await promoteReply(answer, {
			by: cast.instructor,
			course,
			title: "另起一问",
		});
		expect(await stateOf(twin.number)).toBe("waiting");
		const { thread, branches } = await threadAs(learner, master.number);
		expect(thread.state).toBe("discussed");
		expect(branches.map(({ reply }) => reply.promotedTo !== null)).toEqual([
			false,
			true,
		]);
		expect(branches[1]?.reply).toMatchObject({
			isAccepted: false,
			isEndorsed: false,
		});
	});
});
