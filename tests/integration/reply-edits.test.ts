import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import * as editRoute from "#app/routes/replies/edit.tsx";
import { lockThread } from "#app/threads/commands.server.ts";
import { makeReply, makeThread, useCast } from "#tests/support/cast.ts";
import { onReply } from "#tests/support/requests.ts";

const cast = useCast();
let thread: { id: number; number: number };

beforeEach(async () => {
	thread = await makeThread(cast.course, cast.learner);
});

type Row = { id: number; body: string; version: number };

const stored = () =>
	sql<Row>`SELECT id, source AS body, version FROM replies ORDER BY id`;

describe("editing a reply", () => {
	let reply: { id: number };
	const edit = (by: { id: number }, form: Record<string, string>) =>
		onReply(editRoute, by, reply.id, form);
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

	it("changes nothing if the text is the same, whatever version it began from", async () => {
		expect(
			await edit(cast.other, { body: "第一版", version: "9" }),
		).toMatchObject({ status: 302 });
		expect(await stored()).toMatchObject([{ version: 1 }]);
	});

	it("is refused with both texts if another edit came first", async () => {
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

	it("is refused as stale before it is rendered", async () => {
		await edit(cast.other, { body: "先到的", version: "1" });
		const late = { body: "$x$ ".repeat(201), version: "1" };
		expect(await edit(cast.other, late)).toMatchObject({ status: 409 });
	});

	it("lets one of twenty edits of the same version win", async () => {
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

	it("is refused and keeps the text if the thread was locked in the meantime", async () => {
		await lockThread(thread, {
			by: cast.instructor,
			course: cast.course,
			locked: true,
		});
		const form = { body: "改好了", version: "1" };
		const { status, data } = await edit(cast.other, form);
		expect(status).toBe(409);
		expect(data).toMatchObject({ refusal: "threadLocked", values: form });
		expect(await stored()).toMatchObject([{ body: "第一版" }]);
	});

	it("is refused and keeps the text if the reply was removed in the meantime", async () => {
		await removeReply(
			{ ...reply, authorId: cast.other.id },
			{ by: cast.assistant, course: cast.course },
		);
		const form = { body: "改好了", version: "1" };
		const { status, data } = await edit(cast.other, form);
		expect(status).toBe(409);
		expect(data).toMatchObject({ refusal: "replyRemoved", values: form });
	});

	it("is only for its author, not for staff", async () => {
		const form = { body: "替你改", version: "1" };
		for (const by of [cast.learner, cast.assistant, cast.instructor])
			expect(await edit(by, form)).toMatchObject({ status: 403 });
		expect(await stored()).toMatchObject([{ body: "第一版" }]);
	});
});
