import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Failure } from "#app/platform/forms/failure.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { postReply, removeReply } from "#app/replies/commands.server.ts";
import * as newRoute from "#app/routes/replies/new.tsx";
import { lockThread } from "#app/threads/commands.server.ts";
import {
	makeReply,
	makeThread,
	somebody,
	useCast,
} from "#tests/support/cast.ts";
import { ask, atThread } from "#tests/support/requests.ts";

const cast = useCast();
let thread: { id: number; number: number };

beforeEach(async () => {
	thread = await makeThread(cast.course, cast.learner);
});

type Row = { id: number; body: string; version: number };

const stored = () =>
	sql<Row>`SELECT id, source AS body, version FROM replies ORDER BY id`;

const send = (by: { id: number } | null, form: Record<string, string>) =>
	ask<Failure>(newRoute.action, {
		by,
		...atThread(thread.number, "/replies"),
		form: { submissionId: randomUUID(), ...form },
	});

describe("posting a reply", () => {
	it("writes it and redirects to its permalink", async () => {
		const { status, location } = await send(cast.learner, { body: "看法。" });
		const [reply] = await stored();
		expect(reply).toMatchObject({ body: "看法。", version: 1 });
		expect(status).toBe(303);
		expect(location).toBe(`/courses/course/replies/${reply?.id}`);
	});

	it("gives a script the id instead of a redirect", async () => {
		const { status, data } = await ask(newRoute.action, {
			by: cast.learner,
			...atThread(thread.number, "/replies.data"),
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

	it("writes one reply if one form is sent twenty times at once", async () => {
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

	it("returns the first reply if the form is sent again after a lock", async () => {
		const form = { body: "一次。", submissionId: randomUUID() };
		const first = await send(cast.learner, form);
		await lockThread(thread, {
			by: cast.instructor,
			course: cast.course,
			locked: true,
		});
		expect(await send(cast.learner, form)).toEqual(first);
		expect(await stored()).toHaveLength(1);
	});

	it("keeps what changed in a form before it was sent again", async () => {
		const submissionId = randomUUID();
		await send(cast.learner, { body: "一次。", submissionId });
		await send(cast.learner, { body: "一次，想得更清楚了。", submissionId });
		expect((await stored()).map(({ body }) => body)).toEqual([
			"一次。",
			"一次，想得更清楚了。",
		]);
	});

	it("is refused if the parent reply was removed, and keeps the text", async () => {
		const parent = await makeReply(cast.course, thread.id, cast.other);
		await removeReply(
			{ ...parent, authorId: cast.other.id },
			{ by: cast.other, course: cast.course },
		);
		const form = { body: "回你。", parentId: String(parent.id) };
		const { status, data } = await send(cast.learner, form);
		expect(status).toBe(409);
		expect(data).toMatchObject({ refusal: "replyRemoved", values: form });
		expect(await stored()).toHaveLength(1);
	});

	it("is refused if the parent reply is in another thread", async () => {
		const elsewhere = await makeThread(cast.course, cast.other);
		const parent = await makeReply(cast.course, elsewhere.id, cast.other);
		const form = { body: "回你。", parentId: String(parent.id) };
		expect(await send(cast.learner, form)).toMatchObject({
			status: 422,
			data: { refusal: null, errors: { form: "formBroken" } },
		});
	});

	it("is refused to learners, not staff, in a locked thread, and keeps the text", async () => {
		await lockThread(thread, {
			by: cast.instructor,
			course: cast.course,
			locked: true,
		});
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

	it("keeps the text if the session has ended", async () => {
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
