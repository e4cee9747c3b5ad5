import { afterEach, describe, expect, it } from "vitest";
import { readEvents } from "#app/events/act.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { acceptReply } from "#app/replies/answers.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import { READERS } from "#app/server/readers.ts";
import { lockThread } from "#app/threads/commands.server.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import { makeReply, makeThread, useCast } from "#tests/support/cast.ts";

const cast = useCast();

const listEvents = () =>
	sql<{ kind: string }>`
		SELECT kind, course_id AS "courseId", thread_id AS "threadId", reply_id AS "replyId", by_id AS "byId", reason, details
		FROM events WHERE thread_id IS NOT NULL ORDER BY id`;

const kinds = async () => (await listEvents()).map(({ kind }) => kind);

async function asked() {
	const { course, learner } = cast;
	const thread = await makeThread(course, learner, { kind: "question" });
	const reply = await makeReply(course, thread.id, cast.other);
	return { thread, reply };
}

afterEach(() => readEvents(READERS));

describe("an act", () => {
	it("records what happened, to what, by whom, where and why", async () => {
		const { thread, reply } = await asked();
		const { course, instructor: by } = cast;
		const given = { by, course, reason: "答非所问" };
		await removeReply({ ...reply, authorId: cast.other.id }, given);
		expect((await listEvents()).at(-1)).toEqual({
			...{ kind: "reply.removed", courseId: course.id, byId: by.id },
			...{ threadId: thread.id, replyId: reply.id },
			...{ reason: "答非所问", details: {} },
		});
		expect(
			await sql`SELECT visibility, hidden_by_id, hidden_reason FROM replies WHERE id = ${reply.id}`,
		).toEqual([
			{
				...{ visibility: "removed", hidden_by_id: by.id },
				hidden_reason: "答非所问",
			},
		]);
	});

	it("that changes nothing records nothing", async () => {
		const { thread, reply } = await asked();
		const { course, instructor: by, learner } = cast;
		for (let i = 0; i < 2; i++) {
			await lockThread(thread, { by, course, locked: true });
			await voteReply(reply.id, { by: learner, course, voted: true });
			await acceptReply(reply, { by: learner, course, accepted: true });
		}
		expect(await kinds()).toEqual([
			...["thread.started", "reply.posted"],
			...["thread.locked", "reply.voted", "reply.accepted"],
		]);
	});

	it("leaves nothing behind if a reader of it fails", async () => {
		const { thread } = await asked();
		const before = await kinds();
		const fails = {
			kinds: ["thread.locked" as const],
			read: () => Promise.reject(new Error("cannot read")),
		};
		readEvents([...READERS, fails]);
		const { course, instructor: by } = cast;
		await expect(
			lockThread(thread, { by, course, locked: true }),
		).rejects.toThrow("cannot read");
		expect(await kinds()).toEqual(before);
		expect(
			await sql`SELECT 1 FROM threads WHERE locked_at IS NOT NULL`,
		).toEqual([]);
	});
});
