import { beforeEach, describe, expect, it } from "vitest";
import { sayWord } from "#app/replies/answers.server.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import { setThinking } from "#app/threads/thinking.server.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import {
	makeReply,
	type Person,
	people,
	useCast,
} from "#tests/support/cast.ts";
import { lessonAs, threadAs } from "#tests/support/pages.ts";
import { makeThinking, STANDARD } from "#tests/support/thinking.ts";

const cast = useCast();
let question: Awaited<ReturnType<typeof makeThinking>>;

beforeEach(async () => {
	question = await makeThinking(cast.course, { positions: STANDARD });
});

const state = (by: Person, position: string | null) =>
	makeReply(cast.course, question.id, by, { position });
const whole = (id: number, by: Person) => ({
	id,
	threadId: question.id,
	authorId: by.id,
});

/** How many hold each position, as the thread shows it. */
async function spread() {
	const { spread } = await threadAs(null, question.number);
	return spread?.spread.map(({ position, count }) => [position, count]);
}

describe("the spread of positions", () => {
	it("counts everybody once, with their latest reply that states one", async () => {
		await state(cast.learner, "yes");
		await state(cast.learner, "no");
		await state(cast.learner, null);
		await state(cast.other, "partly");
		expect(await spread()).toEqual([
			["yes", 0],
			["partly", 1],
			["no", 1],
		]);
	});

	it("skips a removed reply and counts the one before it", async () => {
		await state(cast.learner, "yes");
		const { id } = await state(cast.learner, "no");
		const reply = whole(id, cast.learner);
		await removeReply(reply, { by: cast.learner, course: cast.course });
		expect(await spread()).toEqual([
			["yes", 1],
			["partly", 0],
			["no", 0],
		]);
		await restoreReply(reply, { by: cast.instructor, course: cast.course });
		expect(await spread()).toEqual([
			["yes", 0],
			["partly", 0],
			["no", 1],
		]);
	});

	it("counts a person once who states two at the same time", async () => {
		const crowd = await people(4);
		await Promise.all(
			crowd.flatMap((by) => [
				state(by, "yes"),
				state(by, "no"),
				state(by, "no"),
			]),
		);
		const counts = (await spread())?.map(([, count]) => Number(count)) ?? [];
		expect(counts.reduce((sum, count) => sum + count)).toBe(4);
	});

	it("drops a position that is no longer offered, and counts it again later", async () => {
		await state(cast.learner, "yes");
		await state(cast.other, "no");
		const set = (positions: string[]) =>
			setThinking(question, {
				by: cast.instructor,
				course: cast.course,
				positions,
				writeFirst: false,
			});
		await set(["yes", "也许"]);
		expect(await spread()).toEqual([
			["yes", 1],
			["也许", 0],
		]);
		await set([]);
		expect(await spread()).toBeUndefined();
		await set([...STANDARD]);
		expect(await spread()).toEqual([
			["yes", 1],
			["partly", 0],
			["no", 1],
		]);
	});

	it("shows at the question on the lesson's page", async () => {
		await state(cast.learner, "no");
		const { questions } = await lessonAs(null, question.lesson.number);
		expect(questions[0]?.spread?.at(-1)).toEqual({ position: "no", count: 1 });
	});
});

describe("the reply beside the best one", () => {
	const other = async (query = "") => {
		const { other } = await threadAs(null, question.number, query);
		return other && [other.besideId, other.reply.id];
	};
	const vote = (id: number, by: Person) =>
		voteReply(id, { by, course: cast.course, voted: true });

	it("is the best one of another position", async () => {
		const yes = await state(cast.learner, "yes");
		expect(await other()).toBeNull();
		await state(cast.instructor, null);
		await state(cast.other, "yes");
		const partly = await state(cast.assistant, "partly");
		const no = await state(cast.other, "no");
		await vote(yes.id, cast.other);
		expect(await other()).toEqual([yes.id, partly.id]);
		await vote(no.id, cast.learner);
		expect(await other()).toEqual([yes.id, no.id]);
		const reply = whole(no.id, cast.other);
		await removeReply(reply, { by: cast.other, course: cast.course });
		expect(await other()).toEqual([yes.id, partly.id]);
	});

	it("has no staff word", async () => {
		const yes = await state(cast.learner, "yes");
		const no = await state(cast.other, "no");
		const partly = await state(cast.assistant, "partly");
		await vote(no.id, cast.learner);
		const say = (word: { kind: "wrong"; text: string } | null) =>
			sayWord(no, { by: cast.instructor, course: cast.course, word });
		await say({ kind: "wrong", text: "前提错了。" });
		expect(await other()).toEqual([yes.id, partly.id]);
		const { questions } = await lessonAs(null, question.lesson.number);
		expect(questions[0]?.best?.name).toBe(cast.learner.name);
		await say(null);
		expect(await other()).toEqual([no.id, yes.id]);
	});

	it("shows only on the first page by best", async () => {
		await state(cast.learner, "yes");
		await state(cast.other, "no");
		expect(await other()).not.toBeNull();
		expect(await other("?sort=newest")).toBeNull();
	});
});
