import { beforeEach, describe, expect, it } from "vitest";
import { endorseReply } from "#app/replies/answers.server.ts";
import * as acceptance from "#app/routes/replies/acceptance.tsx";
import * as endorsement from "#app/routes/replies/endorsement.tsx";
import * as word from "#app/routes/replies/word.tsx";
import * as solution from "#app/routes/threads/solution.tsx";
import { voteReply } from "#app/votes/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import {
	makeReply,
	makeThread,
	type Person,
	people,
	type Thread,
	useCast,
} from "#tests/support/cast.ts";
import { saidOf, stateOf, threadAs } from "#tests/support/pages.ts";
import { ask, atThread, onReply } from "#tests/support/requests.ts";

const cast = useCast();
let question: Thread;

beforeEach(async () => {
	question = await makeThread(cast.course, cast.learner, { kind: "question" });
});

const reply = (by: Person) => makeReply(cast.course, question.id, by);
const state = () => stateOf(question.number);

describe("accepting and endorsing", () => {
	it("works for the asker and for staff, on any number of replies", async () => {
		const [one, two] = [await reply(cast.other), await reply(cast.instructor)];
		for (const { id } of [one, two]) {
			expect(
				await onReply(acceptance, cast.learner, id, { accepted: "true" }),
			).toMatchObject({ status: 303 });
			expect(
				await onReply(endorsement, cast.instructor, id, { endorsed: "true" }),
			).toMatchObject({ status: 303 });
		}
		const { branches } = await threadAs(null, question.number);
		const { accepted, endorsedBy } = zh.questions;
		for (const { reply } of branches) {
			expect(reply).toMatchObject({ isAccepted: true, isEndorsed: true });
			expect(saidOf(reply)).toContain(accepted);
			expect(saidOf(reply)).toContain(endorsedBy(cast.instructor.name));
		}
	});

	it("is refused to everybody else", async () => {
		const { id } = await reply(cast.other);
		for (const by of [cast.other, cast.instructor])
			expect(
				await onReply(acceptance, by, id, { accepted: "true" }),
			).toMatchObject({ status: 403 });
		for (const by of [cast.learner, cast.other])
			expect(
				await onReply(endorsement, by, id, { endorsed: "true" }),
			).toMatchObject({ status: 403 });
	});

	it("keeps the first endorser and the time", async () => {
		const { id } = await reply(cast.other);
		const endorse = (by: Person) =>
			endorseReply({ id }, { by, course: cast.course, endorsed: true });
		await endorse(cast.assistant);
		const first = await threadAs(null, question.number);
		await endorse(cast.instructor);
		const then = await threadAs(null, question.number);
		expect(then.branches[0]?.reply).toEqual(first.branches[0]?.reply);
	});

	it("lets only the asker mark a question as solved", async () => {
		await reply(cast.instructor);
		await reply(cast.learner);
		const solve = (by: Person) =>
			ask(solution.action, {
				by,
				...atThread(question.number, "/solution"),
				form: { solved: "true" },
			});
		expect(await solve(cast.other)).toMatchObject({ status: 403 });
		expect(await solve(cast.learner)).toMatchObject({ status: 303 });
		expect(await state()).toBe("answered");
	});
});

describe("a staff word on a reply", () => {
	const say = (by: Person | null, id: number, form: Record<string, string>) =>
		onReply(word, by, id, form);

	it("stays with the reply and keeps it from the first place", async () => {
		const [liked, plain] = [await reply(cast.other), await reply(cast.other)];
		for (const by of await people(3))
			await voteReply(liked.id, { by, course: cast.course, voted: true });
		const first = async () =>
			(await threadAs(null, question.number)).branches[0]?.reply;
		expect((await first())?.id).toBe(liked.id);
		expect(
			await say(cast.assistant, liked.id, {
				kind: "wrong",
				text: "前提错了。",
			}),
		).toMatchObject({ status: 303 });
		expect((await first())?.id).toBe(plain.id);
		const { branches } = await threadAs(null, question.number);
		expect(branches[1]?.reply.staffWord).toEqual({
			kind: "wrong",
			text: "前提错了。",
			by: cast.assistant.name,
		});
		// It keeps its place by votes among the others.
		await reply(cast.other);
		const order = async (query = "") =>
			(await threadAs(null, question.number, query)).branches.map(
				({ reply }) => reply.id,
			);
		expect((await order()).slice(0, 2)).toEqual([plain.id, liked.id]);
		expect((await order("?sort=oldest"))[0]).toBe(liked.id);
		await say(cast.assistant, liked.id, { kind: "", text: "" });
		expect(await first()).toMatchObject({ id: liked.id, staffWord: null });
	});

	it("is one sentence, and only staff give it", async () => {
		const { id } = await reply(cast.other);
		expect(
			await say(cast.instructor, id, { kind: "caveat", text: " " }),
		).toMatchObject({
			status: 422,
			data: { errors: { text: "sentenceEmpty" } },
		});
		expect(
			await say(cast.learner, id, { kind: "caveat", text: "不对" }),
		).toMatchObject({ status: 403 });
		expect(await say(null, id, { kind: "caveat", text: "不对" })).toMatchObject(
			{ status: 401, data: { values: { text: "不对" } } },
		);
	});
});
