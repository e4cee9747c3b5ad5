import { describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { claimQuestion } from "#app/questions/commands.server.ts";
import { settleQuestions } from "#app/questions/settling.server.ts";
import { acceptReply, endorseReply } from "#app/replies/answers.server.ts";
import * as claim from "#app/routes/threads/claim.tsx";
import {
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { deskAs, threadAs } from "#tests/support/pages.ts";
import { answerOf, onThread } from "#tests/support/requests.ts";

const cast = useCast();

const question = (by: Person = cast.learner, title = "一个提问") =>
	makeThread(cast.course, by, { kind: "question", title });

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

	it("begins with what most people want to know, where that is asked for", async () => {
		const asked = [await question(), await question(), await question()];
		const [few, many, discussed] = asked;
		await makeReply(cast.course, discussed?.id ?? 0, cast.other);
		for (const [thread, meToo] of [
			[few, 1],
			[many, 7],
			[discussed, 3],
		] as const)
			await sql`UPDATE threads SET vote_count = ${meToo} WHERE id = ${thread?.id}`;
		const numbers = async (query: string) => {
			const { waiting, order } = await deskAs(cast.assistant, query);
			return [order, ...waiting.map(({ number }) => number)];
		};
		expect(await numbers("?order=most")).toEqual([
			"most",
			...[many, discussed, few].map((thread) => thread?.number),
		]);
		for (const query of ["", "?order=unknown"])
			expect(await numbers(query)).toEqual([
				"longest",
				...asked.map(({ number }) => number),
			]);
	});

	it("says each question once", async () => {
		await question(cast.learner, "只说一遍");
		const page = await deskAs(cast.assistant);
		expect(JSON.stringify(page).match(/只说一遍/g)).toHaveLength(1);
	});

	it("names askers, even those anonymous to classmates", async () => {
		await makeThread(cast.course, cast.learner, {
			...{ kind: "question", isAnonymous: true },
		});
		expect((await deskAs(cast.assistant)).waiting).toMatchObject([
			{ asker: cast.learner.name, isAnonymous: true },
		]);
	});

	it("is for staff", async () => {
		for (const [by, status] of [
			[null, 302],
			[cast.learner, 403],
		] as const)
			expect(await answerOf(() => deskAs(by))).toMatchObject({ status });
	});

	it("lets one of two concurrent claims win, and shows whose", async () => {
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

	it.each(["reply", "acceptance", "endorsement", "settlement"])(
		"ends a claim with the answer: %s",
		async (how) => {
			const { course, instructor, assistant, other } = cast;
			const thread = await question();
			const elsewhere = await question(other);
			const plain = await makeReply(course, thread.id, other);
			const answer = { ...plain, threadId: thread.id };
			const settling = await makeReply(course, elsewhere.id, instructor);
			await claimQuestion(thread, { by: instructor, course, claimed: true });
			const claimed = await threadAs(null, thread.number);
			expect(claimed.thread.claimedBy).toBe(instructor.name);
			if (how === "reply") await makeReply(course, thread.id, assistant);
			if (how === "acceptance")
				await acceptReply(answer, {
					by: cast.instructor,
					course,
					accepted: true,
				});
			if (how === "endorsement")
				await endorseReply(answer, { by: assistant, course, endorsed: true });
			if (how === "settlement")
				await settleQuestions(settling, {
					by: assistant,
					course,
					numbers: [thread.number],
				});
			const answered = await threadAs(null, thread.number);
			expect(answered.thread).toMatchObject({
				state: "answered",
				claimedBy: null,
			});
			const { can } = (await threadAs(instructor, thread.number)).thread;
			expect(can).not.toHaveProperty("release");
			// Anybody may take a follow-up.
			await makeReply(course, thread.id, cast.learner);
			const { waiting } = await deskAs(assistant);
			expect(waiting).toMatchObject([{ state: "follow_up", claimedBy: null }]);
			await claimQuestion(thread, { by: assistant, course, claimed: true });
			const again = await threadAs(null, thread.number);
			expect(again.thread.claimedBy).toBe(assistant.name);
		},
	);

	it("ends a claim on release, or after a day", async () => {
		const { id, number } = await question();
		const { course, instructor, assistant } = cast;
		await claimQuestion({ id }, { by: instructor, course, claimed: true });
		await claimQuestion({ id }, { by: instructor, course, claimed: false });
		await claimQuestion({ id }, { by: assistant, course, claimed: true });
		await sql`UPDATE threads SET claimed_at = now() - interval '25 hours' WHERE id = ${id}`;
		expect((await threadAs(null, number)).thread.claimedBy).toBeNull();
		await claimQuestion({ id }, { by: instructor, course, claimed: true });
		const learner = await onThread(claim, cast.learner, number, {
			claimed: "true",
		});
		expect(learner.status).toBe(403);
	});
});
