import { beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import * as removal from "#app/routes/replies/removal.tsx";
import { voteReply } from "#app/votes/commands.server.ts";
import {
	makeNote,
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { threadAs } from "#tests/support/pages.ts";
import { drifted } from "#tests/support/recount.ts";
import { onReply } from "#tests/support/requests.ts";

const cast = useCast();
let thread: { id: number; number: number };

beforeEach(async () => {
	thread = await makeThread(cast.course, cast.learner);
});

const reply = (by: Person, parentId: number | null = null, body = "看法。") =>
	makeReply(cast.course, thread.id, by, { parentId, body });

const whole = ({ id }: { id: number }, author: Person | null) => ({
	id,
	threadId: thread.id,
	authorId: author?.id ?? null,
});

const remove = (one: { id: number }, author: Person, by: Person = author) =>
	removeReply(whole(one, author), { by, course: cast.course });
const restore = (one: { id: number }) =>
	restoreReply(whole(one, null), { by: cast.instructor, course: cast.course });

const wish = (by: Person, { id }: { id: number }, removed: boolean) =>
	onReply(removal, by, id, { removed: String(removed) });

const page = (by: Person | null) => threadAs(by, thread.number);

/** The first page's replies as nested ids; "–" if the text is hidden. */
const shownTo = async (by: Person | null) =>
	(await page(by)).branches.map(({ reply, under }) =>
		[reply, ...under].map(({ id, html }) => (html ? id : `${id} –`)),
	);

describe("a removed reply", () => {
	it("is gone for others and folded for its author and staff", async () => {
		const one = await reply(cast.other, null, "收回的话。");
		await remove(one, cast.other);
		for (const by of [null, cast.learner, cast.other, cast.assistant])
			expect(await shownTo(by)).toEqual([]);
		const folded = async (by: Person | null) =>
			(await page(by)).unlisted.map(({ html }) => html);
		expect(await folded(null)).toEqual([]);
		expect(await folded(cast.learner)).toEqual([]);
		expect(await folded(cast.other)).toEqual(["<p>收回的话。</p>\n"]);
		expect(await folded(cast.assistant)).toEqual(["<p>收回的话。</p>\n"]);
	});

	it("is among the last three on later pages, with a button to restore it", async () => {
		const stays = await reply(cast.other);
		const removed: number[] = [];
		for (let i = 0; i < 5; i++) {
			const one = await reply(cast.other);
			await remove(one, cast.other);
			removed.unshift(one.id);
		}
		const listed = async (query: string) =>
			(await threadAs(cast.assistant, thread.number, query)).unlisted.map(
				({ id }) => id,
			);
		expect(await listed("")).toEqual(removed);
		expect(await listed(`?from=${stays.id}`)).toEqual(removed.slice(0, 3));
	});

	it("stays as a tombstone while a reply is under it; author and staff read its text", async () => {
		const one = await reply(cast.other);
		const answer = await reply(cast.learner, one.id);
		await remove(one, cast.other);
		for (const by of [null, cast.learner])
			expect(await shownTo(by)).toEqual([[`${one.id} –`, answer.id]]);
		for (const by of [cast.other, cast.instructor])
			expect(await shownTo(by)).toEqual([[one.id, answer.id]]);
	});

	it("takes its tombstones along when the last reply under them goes", async () => {
		const one = await reply(cast.other);
		const two = await reply(cast.learner, one.id);
		const three = await reply(cast.other, two.id);
		await remove(one, cast.other);
		await remove(two, cast.learner);
		expect(await shownTo(null)).toEqual([
			[`${one.id} –`, `${two.id} –`, three.id],
		]);
		await remove(three, cast.other);
		expect(await shownTo(null)).toEqual([]);
		await restore(three);
		expect(await shownTo(null)).toEqual([
			[`${one.id} –`, `${two.id} –`, three.id],
		]);
	});

	it("loses its pin, also after it is restored", async () => {
		const one = await reply(cast.other);
		await makeNote(cast.course, whole(one, null), cast.assistant);
		await remove(one, cast.other);
		expect((await page(null)).pins).toEqual([]);
		await restore(one);
		expect((await page(null)).pins).toEqual([]);
		expect(await shownTo(null)).toEqual([[one.id]]);
	});

	it("keeps its votes and takes no new ones", async () => {
		const one = await reply(cast.other);
		const vote = { by: cast.learner, course: cast.course, voted: true };
		await voteReply(one.id, vote);
		await remove(one, cast.other);
		await expect(
			voteReply(one.id, { ...vote, by: cast.assistant }),
		).rejects.toThrow(new Refusal("replyRemoved"));
		await restore(one);
		expect((await page(null)).branches[0]?.reply.votes).toBe(1);
	});
});

describe("removing and restoring", () => {
	it("is for the author and for staff, and a second time does nothing", async () => {
		const one = await reply(cast.other);
		expect(await wish(cast.learner, one, true)).toMatchObject({ status: 403 });
		for (const by of [cast.other, cast.other, cast.assistant])
			expect(await wish(by, one, true)).toMatchObject({ status: 303 });
		const [{ hidden_by_id } = { hidden_by_id: 0 }] = await sql<{
			hidden_by_id: number;
		}>`SELECT hidden_by_id FROM replies WHERE id = ${one.id}`;
		expect(hidden_by_id).toBe(cast.other.id);
		expect(await wish(cast.other, one, false)).toMatchObject({ status: 303 });
		expect(await shownTo(null)).toEqual([[one.id]]);
	});

	it("leaves what staff removed to staff", async () => {
		const one = await reply(cast.other);
		await wish(cast.assistant, one, true);
		expect(await wish(cast.other, one, false)).toMatchObject({ status: 403 });
		expect(await wish(cast.learner, one, false)).toMatchObject({ status: 403 });
		expect(await wish(cast.instructor, one, false)).toMatchObject({
			status: 303,
		});
	});

	it("happens once if twenty ask at once", async () => {
		const one = await reply(cast.other);
		await reply(cast.learner);
		const twenty = Array.from({ length: 20 });
		await Promise.all(twenty.map(() => remove(one, cast.other)));
		expect(await drifted()).toEqual([]);
		await Promise.all(twenty.map(() => restore(one)));
		expect(await drifted()).toEqual([]);
		expect(await shownTo(null)).toHaveLength(2);
	});
});
