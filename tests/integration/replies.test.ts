import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/db.server.ts";
import type { Failure } from "#app/platform/failure.ts";
import {
	editReply,
	postReply,
	removeReply,
} from "#app/replies/commands.server.ts";
import * as editRoute from "#app/routes/replies/edit.tsx";
import * as newRoute from "#app/routes/replies/new.tsx";
import { lockThread } from "#app/threads/commands.server.ts";
import {
	makeCast,
	makeReply,
	makeThread,
	somebody,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { ask } from "#tests/support/requests.ts";

let cast: Awaited<ReturnType<typeof makeCast>>;
let thread: { id: number; number: number };

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	thread = await makeThread(cast.course, cast.learner);
});

type Row = { id: number; body: string; version: number };

const stored = () =>
	sql<Row>`SELECT id, source AS body, version FROM replies ORDER BY id`;

const send = (by: { id: number } | null, form: Record<string, string>) =>
	ask<Failure>(newRoute.action, {
		by,
		path: `/courses/course/threads/${thread.number}/replies`,
		params: { course: "course", number: String(thread.number) },
		form: { submissionId: randomUUID(), ...form },
	});

describe("posting a reply", () => {
	it("writes it and leads to its permalink", async () => {
		const { status, location } = await send(cast.learner, { body: "看法。" });
		const [reply] = await stored();
		expect(reply).toMatchObject({ body: "看法。", version: 1 });
		expect(status).toBe(303);
		expect(location).toBe(`/courses/course/replies/${reply?.id}`);
	});

	it("gives a script the id in place of a new page", async () => {
		const { status, data } = await ask(newRoute.action, {
			by: cast.learner,
			path: `/courses/course/threads/${thread.number}/replies.data`,
			params: { course: "course", number: String(thread.number) },
			form: { body: "看法。", submissionId: randomUUID() },
			context: { isDocument: false },
		});
		expect({ status, data }).toEqual({
			status: 200,
			data: { ok: true, id: 1 },
		});
	});

	it("makes a newcomer a learner of the course", async () => {
		const newcomer = await somebody(1);
		await send(newcomer, { body: "我也来了。" });
		const [member] = await sql`
			SELECT role FROM memberships WHERE user_id = ${newcomer.id}`;
		expect(member).toEqual({ role: "learner" });
	});

	it("writes one reply when one form is sent twenty times at once", async () => {
		const submissionId = randomUUID();
		const form = { by: cast.learner, course: cast.course, body: "一次。" };
		const sent = await Promise.all(
			Array.from({ length: 20 }, () =>
				postReply({
					...form,
					threadId: thread.id,
					parentId: null,
					submissionId,
				}),
			),
		);
		expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
		expect(await stored()).toHaveLength(1);
		const [counts] = await sql`
			SELECT reply_count, top_count FROM threads WHERE id = ${thread.id}`;
		expect(counts).toEqual({ reply_count: 1, top_count: 1 });
	});

	it("gives the first reply back to a form sent again after a lock", async () => {
		const form = { body: "一次。", submissionId: randomUUID() };
		const first = await send(cast.learner, form);
		await lockThread(thread, { course: cast.course, locked: true });
		expect(await send(cast.learner, form)).toEqual(first);
		expect(await stored()).toHaveLength(1);
	});

	it("is refused where the reply that it answers was removed, text kept", async () => {
		const parent = await makeReply(cast.course, thread.id, cast.other);
		await removeReply(
			{ ...parent, threadId: thread.id, authorId: cast.other.id },
			{ by: cast.other, course: cast.course },
		);
		const form = { body: "回你。", parentId: String(parent.id) };
		const { status, data } = await send(cast.learner, form);
		expect(status).toBe(409);
		expect(data).toMatchObject({ refusal: "replyRemoved", values: form });
		expect(await stored()).toHaveLength(1);
	});

	it("is refused where the reply that it answers is of another thread", async () => {
		const elsewhere = await makeThread(cast.course, cast.other);
		const parent = await makeReply(cast.course, elsewhere.id, cast.other);
		const form = { body: "回你。", parentId: String(parent.id) };
		expect(await send(cast.learner, form)).toMatchObject({ status: 409 });
	});

	it("is refused to learners in a locked thread, text kept, and not to staff", async () => {
		await lockThread(thread, { course: cast.course, locked: true });
		const { status, data } = await send(cast.other, { body: "还有一句。" });
		expect(status).toBe(409);
		expect(data).toMatchObject({
			refusal: "threadLocked",
			values: { body: "还有一句。" },
		});
		expect(await send(cast.assistant, { body: "说明。" })).toMatchObject({
			status: 303,
		});
		expect(await stored()).toHaveLength(1);
	});

	it("keeps the text of somebody whose session has ended", async () => {
		const { status, data } = await send(null, { body: "写了很久。" });
		expect(status).toBe(401);
		expect(data).toMatchObject({ values: { body: "写了很久。" } });
	});

	it("stops at ten a minute, says how long, and keeps the text", async () => {
		for (let i = 0; i < 10; i++)
			expect((await send(cast.learner, { body: `${i}` })).status).toBe(303);
		const { status, retryAfter, data } = await send(cast.learner, {
			body: "第十一条",
		});
		expect(status).toBe(429);
		expect(Number(retryAfter)).toBeGreaterThan(0);
		expect(Number(retryAfter)).toBeLessThanOrEqual(60);
		expect(data).toMatchObject({
			refusal: "tooFast",
			retryAfter: Number(retryAfter),
			values: { body: "第十一条" },
		});
		for (let i = 0; i < 11; i++)
			expect((await send(cast.assistant, { body: `${i}` })).status).toBe(303);
	});
});

describe("editing a reply", () => {
	let reply: { id: number };
	const edit = (by: { id: number }, form: Record<string, string>) =>
		ask<Failure>(editRoute.action, {
			by,
			path: `/courses/course/replies/${reply.id}/edit`,
			params: { course: "course", id: String(reply.id) },
			form,
		});
	beforeEach(async () => {
		reply = await makeReply(cast.course, thread.id, cast.other, {
			body: "第一版",
		});
	});

	it("keeps every wording before the present one", async () => {
		await edit(cast.other, { body: "第二版", version: "1" });
		await edit(cast.other, { body: "第三版", version: "2" });
		expect(await stored()).toMatchObject([{ body: "第三版", version: 3 }]);
		const edits = await sql`
			SELECT version, source FROM reply_edits ORDER BY version`;
		expect(edits).toEqual([
			{ version: 1, source: "第一版" },
			{ version: 2, source: "第二版" },
		]);
	});

	it("changes nothing where the text is the same, whatever it started from", async () => {
		expect(
			await edit(cast.other, { body: "第一版", version: "9" }),
		).toMatchObject({ status: 302 });
		expect(await stored()).toMatchObject([{ version: 1 }]);
	});

	it("is refused with both texts where another edit came first", async () => {
		await edit(cast.other, { body: "先到的", version: "1" });
		const late = { body: "后到的", version: "1" };
		const { status, data } = await edit(cast.other, late);
		expect(status).toBe(409);
		expect(data).toMatchObject({
			refusal: "staleEdit",
			values: late,
			details: { theirs: "先到的", version: 2 },
		});
		expect(await stored()).toMatchObject([{ body: "先到的", version: 2 }]);
	});

	it("lets one of twenty win that started from the same version", async () => {
		const { course, other } = cast;
		const outcomes = await Promise.allSettled(
			Array.from({ length: 20 }, (_, i) =>
				editReply(reply, { by: other, course, body: `${i}`, version: 1 }),
			),
		);
		const won = outcomes.filter(({ status }) => status === "fulfilled");
		expect(won).toHaveLength(1);
		expect(await stored()).toMatchObject([{ version: 2 }]);
		expect(await sql`SELECT version FROM reply_edits`).toHaveLength(1);
	});

	it("is refused, text kept, where the thread was locked meanwhile", async () => {
		await lockThread(thread, { course: cast.course, locked: true });
		const form = { body: "改好了", version: "1" };
		const { status, data } = await edit(cast.other, form);
		expect(status).toBe(409);
		expect(data).toMatchObject({ refusal: "threadLocked", values: form });
		expect(await stored()).toMatchObject([{ body: "第一版" }]);
	});

	it("is refused, text kept, where the reply was removed meanwhile", async () => {
		await removeReply(
			{ ...reply, threadId: thread.id, authorId: cast.other.id },
			{ by: cast.assistant, course: cast.course },
		);
		const form = { body: "改好了", version: "1" };
		const { status, data } = await edit(cast.other, form);
		expect(status).toBe(409);
		expect(data).toMatchObject({ refusal: "replyRemoved", values: form });
	});

	it("is for its author alone, not for staff", async () => {
		const form = { body: "替你改", version: "1" };
		for (const by of [cast.learner, cast.assistant, cast.instructor])
			expect(await edit(by, form)).toMatchObject({ status: 403 });
		expect(await stored()).toMatchObject([{ body: "第一版" }]);
	});
});
