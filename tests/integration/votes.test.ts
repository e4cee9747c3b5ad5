import { beforeEach, describe, expect, it } from "vitest";
import { findProfile } from "#app/accounts/queries.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import * as replyVote from "#app/routes/replies/vote.tsx";
import * as threadPage from "#app/routes/threads/show.tsx";
import { lockThread } from "#app/threads/commands.server.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import {
	makeReply,
	makeThread,
	type Person,
	people,
	useCast,
} from "#tests/support/cast.ts";
import { threadAs } from "#tests/support/pages.ts";
import { makeChance } from "#tests/support/random.ts";
import { ask, atReply, atThread, load } from "#tests/support/requests.ts";

const cast = useCast();
let thread: { id: number; number: number };
let reply: { id: number };

beforeEach(async () => {
	thread = await makeThread(cast.course, cast.learner);
	reply = await makeReply(cast.course, thread.id, cast.learner);
});

const vote = (by: Person, voted = true, id = reply.id) =>
	voteReply(id, { by, course: cast.course, voted });

/** A reply's vote counter and its rows. */
async function tally(id = reply.id) {
	const [counted] = await sql<{ counter: number; rows: number }>`
		SELECT cast_votes AS counter, (SELECT count(*)::int FROM reply_votes WHERE reply_id = r.id) AS rows
		FROM replies r WHERE id = ${id}`;
	return counted;
}

const post = (
	by: Person | null,
	form: Record<string, string>,
	{ isDocument = false } = {},
) =>
	ask(replyVote.action, {
		by,
		...atReply(reply.id, "/vote"),
		form,
		context: { isDocument },
	});

describe("votes on a reply", () => {
	it("count twenty for twenty people at once", async () => {
		await Promise.all((await people(20)).map((by) => vote(by)));
		expect(await tally()).toEqual({ counter: 20, rows: 20 });
	});

	it("count one for one person twenty times at once", async () => {
		const by = cast.other;
		const shown = await Promise.all(Array.from({ length: 20 }, () => vote(by)));
		expect(shown).toEqual(Array(20).fill(1));
		expect(await tally()).toEqual({ counter: 1, rows: 1 });
	});

	it("count none after twenty withdrawals at once", async () => {
		await vote(cast.other);
		await Promise.all(
			Array.from({ length: 20 }, () => vote(cast.other, false)),
		);
		expect(await tally()).toEqual({ counter: 0, rows: 0 });
	});

	it("equal their rows, cast and withdrawn at random and at once", async () => {
		const chance = makeChance(5);
		const voters = await people(6);
		const second = await makeReply(cast.course, thread.id, cast.learner);
		const ids = [reply.id, second.id];
		await Promise.all(
			Array.from({ length: 200 }, () =>
				vote(chance.one(voters), chance.below(2) === 1, chance.one(ids)),
			),
		);
		for (const id of ids) {
			const counted = await tally(id);
			expect(counted?.counter).toBe(counted?.rows);
		}
	});

	it("do not deadlock with first replies of the same people", async () => {
		const voters = await people(30);
		await Promise.all(
			voters.flatMap((by) => [
				makeReply(cast.course, thread.id, by, { parentId: reply.id }),
				...Array.from({ length: 4 }, () => vote(by)),
			]),
		);
		expect(await tally()).toEqual({ counter: 30, rows: 30 });
	});

	it("make a newcomer a learner of the course", async () => {
		const [newcomer] = await people(1);
		if (newcomer) await vote(newcomer);
		const members = await sql`
			SELECT role FROM memberships WHERE user_id = ${newcomer?.id}`;
		expect(members).toEqual([{ role: "learner" }]);
	});

	it("return their number to a script, and redirect a plain form", async () => {
		expect(await post(cast.other, { value: "1" })).toMatchObject({
			status: 200,
			data: { ok: true, votes: 1 },
		});
		const plain = await post(cast.other, { value: "0" }, { isDocument: true });
		expect(plain).toMatchObject({
			status: 303,
			location: `/courses/course/replies/${reply.id}#reply-${reply.id}`,
		});
		expect(await tally()).toEqual({ counter: 0, rows: 0 });
	});

	it("are refused on one's own reply", async () => {
		expect(await post(cast.learner, { value: "1" })).toMatchObject({
			status: 403,
		});
		expect(await tally()).toEqual({ counter: 0, rows: 0 });
	});

	it("ask a visitor to sign in", async () => {
		expect(await post(null, { value: "1" })).toMatchObject({ status: 302 });
	});

	it.each(["2", "", "true", "-1"])(
		"are refused with the value %j",
		async (value) => {
			expect(await post(cast.other, { value })).toMatchObject({ status: 422 });
		},
	);

	it("are refused if the reply was removed", async () => {
		await removeReply(
			{ ...reply, authorId: cast.learner.id },
			{ by: cast.learner, course: cast.course },
		);
		await expect(vote(cast.other)).rejects.toThrow(new Refusal("replyRemoved"));
		for (const by of [cast.other, cast.assistant])
			expect(await post(by, { value: "1" })).toMatchObject({
				status: 409,
				data: { refusal: "replyRemoved" },
			});
	});

	it("are refused to learners, not staff, in a locked thread", async () => {
		await lockThread(thread, {
			by: cast.instructor,
			course: cast.course,
			locked: true,
		});
		expect(await post(cast.other, { value: "1" })).toMatchObject({
			status: 409,
			data: { refusal: "threadLocked" },
		});
		expect(await post(cast.assistant, { value: "1" })).toMatchObject({
			status: 200,
		});
	});

	it("show to their voters alone, also on replies that are new on the page", async () => {
		const votedBy = async (by: Person) => {
			const { branches } = await threadAs(by, thread.number);
			return branches.filter(({ reply }) => reply.voted).map(idOf);
		};
		const idOf = (branch: { reply: { id: number } }) => branch.reply.id;
		await vote(cast.other);
		expect(await votedBy(cast.other)).toEqual([reply.id]);
		const more = await makeReply(cast.course, thread.id, cast.learner);
		await vote(cast.other, true, more.id);
		await vote(cast.assistant, true, more.id);
		for (const _ of ["first", "again"]) {
			expect((await votedBy(cast.other)).toSorted()).toEqual(
				[reply.id, more.id].toSorted(),
			);
			expect(await votedBy(cast.assistant)).toEqual([more.id]);
			expect(await votedBy(cast.instructor)).toEqual([]);
		}
		await vote(cast.other, false);
		expect(await votedBy(cast.other)).toEqual([more.id]);
	});

	it("stop at sixty a minute", async () => {
		for (let i = 0; i < 60; i++)
			await post(cast.other, { value: String(i % 2) });
		const { status, retryAfter, data } = await post(cast.other, { value: "1" });
		expect({ status, data }).toMatchObject({
			status: 429,
			data: { refusal: "tooFast", retryAfter: Number(retryAfter) },
		});
	});
});

describe("votes on an imported reply", () => {
	beforeEach(async () => {
		await sql`
			UPDATE replies SET author_id = NULL, imported_name = '旧友', imported_votes = 7 WHERE id = ${reply.id}`;
	});

	it("show with the imported ones as one number, and are stored apart", async () => {
		expect(await post(cast.learner, { value: "1" })).toMatchObject({
			data: { votes: 8 },
		});
		expect(await tally()).toEqual({ counter: 1, rows: 1 });
		const { branches } = await load(threadPage.loader, {
			by: cast.learner,
			...atThread(thread.number),
		});
		expect(branches[0]?.reply).toMatchObject({
			votes: 8,
			importedVotes: 7,
			voted: true,
		});
	});

	it("do not count in a profile, and neither do imported votes", async () => {
		const own = await makeReply(cast.course, thread.id, cast.learner);
		await sql`UPDATE replies SET imported_votes = 5 WHERE id = ${own.id}`;
		await vote(cast.other, true, own.id);
		await vote(cast.other);
		expect(await findProfile(cast.learner.handle)).toMatchObject({
			votes: 1,
			replies: 1,
		});
	});
});
