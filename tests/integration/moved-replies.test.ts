import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { pinReply } from "#app/notes/commands.server.ts";
import { type Sql, sql } from "#app/platform/postgres/db.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { settleQuestions } from "#app/questions/settling.server.ts";
import { acceptReply, endorseReply } from "#app/replies/answers.server.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import * as newReply from "#app/routes/replies/new.tsx";
import {
	makeReply,
	makeThread,
	type Thread,
	useCast,
} from "#tests/support/cast.ts";
import { meet } from "#tests/support/meeting.ts";
import { drifted } from "#tests/support/recount.ts";
import { ask, atThread } from "#tests/support/requests.ts";

const cast = useCast();
let old: Thread;
let twin: Thread;
/** The reply that becomes a question, and what moves with it. */
let above: { id: number };
let reply: { id: number; threadId: number; authorId: number };

beforeEach(async () => {
	const { course, learner, other, assistant } = cast;
	old = await makeThread(course, learner, { kind: "question" });
	twin = await makeThread(course, other, { kind: "question" });
	above = await makeReply(course, old.id, other);
	const under = { parentId: above.id };
	const { id } = await makeReply(course, old.id, assistant, under);
	reply = { id, threadId: old.id, authorId: assistant.id };
});

const promote = () =>
	promoteReply(above, {
		by: cast.instructor,
		course: cast.course,
		title: "另起一问",
	});
const remove = () =>
	removeReply(reply, { by: cast.assistant, course: cast.course });

/** Acts on the reply as found in its old thread. */
const acts: [string, () => Promise<unknown>][] = [
	["removed", remove],
	[
		"accepted",
		() =>
			acceptReply(reply, {
				by: cast.instructor,
				course: cast.course,
				accepted: true,
			}),
	],
	[
		"endorsed",
		() =>
			endorseReply(reply, {
				...{ by: cast.instructor, course: cast.course, endorsed: true },
			}),
	],
	[
		"pinned",
		() =>
			pinReply(reply, {
				...{ by: cast.instructor, course: cast.course, kind: "answer" },
				...{ blockId: null, shortForm: "" },
			}),
	],
	[
		"used to settle another question",
		() =>
			settleQuestions(reply, {
				...{ by: cast.instructor, course: cast.course },
				numbers: [twin.number],
			}),
	],
];

describe("a reply that is promoted while it is", () => {
	const hold = (sql: Sql) =>
		sql`SELECT 1 FROM threads WHERE id = ${old.id} FOR UPDATE`;

	it.each(acts)("%s counts in its new place", async (_, act) => {
		await meet(hold, promote, act);
		expect(await drifted()).toEqual([]);
	});

	it("restored counts in its new place", async () => {
		await remove();
		await meet(hold, promote, () =>
			restoreReply(reply, { by: cast.instructor, course: cast.course }),
		);
		expect(await drifted()).toEqual([]);
	});
});

it("an answer to a promoted reply is refused with the reason, and keeps its text", async () => {
	const before = await sql`SELECT count(*) FROM replies`;
	await promote();
	const submissionId = randomUUID();
	const form = { body: "回你。", parentId: String(reply.id), submissionId };
	const at = atThread(old.number, "/replies");
	expect(
		await ask(newReply.action, { by: cast.learner, ...at, form }),
	).toMatchObject({
		status: 409,
		data: { refusal: "replyPromoted", values: form },
	});
	expect(await sql`SELECT count(*) FROM replies`).toEqual(before);
});
