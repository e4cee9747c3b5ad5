import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { REPLIES_PER_PAGE } from "#app/replies/queries.server.ts";
import * as permalink from "#app/routes/replies/show.ts";
import { progress } from "#app/words/zh/progress.ts";
import {
	makeReply,
	makeThread,
	type Person,
	people,
	useCast,
} from "#tests/support/cast.ts";
import { bringIn } from "#tests/support/documents.ts";
import { lessonAs, threadAs } from "#tests/support/pages.ts";
import { ask, atReply } from "#tests/support/requests.ts";
import { makeThinking, STANDARD } from "#tests/support/thinking.ts";

const cast = useCast();
let question: Awaited<ReturnType<typeof makeThinking>>;

beforeEach(async () => {
	question = await makeThinking(cast.course, { positions: STANDARD });
});

const write = (
	body: string,
	more: { parentId?: number; position?: string } = {},
	by: Person = cast.learner,
	threadId = question.lesson.threadId,
) => makeReply(cast.course, threadId, by, { body, ...more });
const whole = (id: number) => ({
	id,
	threadId: question.lesson.threadId,
	authorId: cast.learner.id,
});

/** The lesson's discussion as its page shows it; checks its counters. */
async function discussion(by: Person | null = null) {
	const page = await lessonAs(by, question.lesson.number);
	const [counted] = await sql<{ top: number; replies: number }>`
		SELECT count(*) FILTER (WHERE root_id IS NULL AND listed)::int AS top,
			count(*) FILTER (WHERE visibility = 'shown')::int AS replies
		FROM replies WHERE thread_id = ${question.lesson.threadId}`;
	const { topCount, replyCount } = page.thread;
	expect({ top: topCount, replies: replyCount }).toEqual(counted);
	return {
		listed: page.branches.map(({ reply }) => reply.id),
		folded: page.checkIns.map(({ id }) => id),
		isRead: page.lesson.isRead,
	};
}

describe("a check-in", () => {
	it("is folded, and only its author's check-in marks the lesson as read", async () => {
		const said = await write("说点别的。", {}, cast.other);
		const { id } = await write("打卡第 3 天");
		expect(await discussion(cast.learner)).toEqual({
			listed: [said.id],
			folded: [id],
			isRead: true,
		});
		for (const by of [null, cast.other, cast.instructor])
			expect((await discussion(by)).isRead).toBe(false);
	});

	it("is found by its permalink on the first page", async () => {
		const { id } = await write("打卡");
		const { location } = await ask(permalink.loader, {
			by: null,
			...atReply(id),
		});
		const { threadNumber } = question.lesson;
		expect(location).toBe(
			`/courses/course/threads/${threadNumber}#reply-${id}`,
		);
	});

	it("takes no place on a page", async () => {
		for (const by of await people(REPLIES_PER_PAGE + 1)) {
			await write("打卡", {}, by);
			if (by.handle !== "somebody-0") await write("想到一点。", {}, by);
		}
		const { threadNumber } = question.lesson;
		const page = await threadAs(null, threadNumber);
		expect(page.pages).toBe(1);
		expect(page.branches).toHaveLength(REPLIES_PER_PAGE);
		expect(page.checkIns).toHaveLength(REPLIES_PER_PAGE + 1);
	});

	it("is named among the latest thirty; the count stops at the shown number", async () => {
		const { id } = question;
		await sql`
			INSERT INTO replies (thread_id, author_id, source, html, renderer, is_check_in, listed, created_at)
			SELECT ${id}, ${cast.other.id}, '打卡', '<p>打卡</p>', 1, true, false, timestamptz '2026-01-01' + i * interval '1 minute'
			FROM generate_series(1, 1100) i`;
		const latest = await sql<{ id: number }>`
			SELECT id FROM replies ORDER BY created_at DESC, id DESC LIMIT 30`;
		const { checkIns, thread } = await threadAs(null, question.number);
		expect(checkIns.map(({ id }) => id)).toEqual(latest.map(({ id }) => id));
		expect(progress.checkIns(thread.checkIns)).toBe("999+ 次打卡");
	});

	it("is counted correctly when many check in at once", async () => {
		const crowd = await people(8);
		await Promise.all(crowd.map((by) => write("打卡", {}, by)));
		expect((await discussion()).folded).toHaveLength(8);
	});

	it("is unfolded while somebody answers it", async () => {
		const { id } = await write("打卡");
		const answer = await write(
			"加油，快读完了。",
			{ parentId: id },
			cast.other,
		);
		expect(await discussion()).toMatchObject({ listed: [id], folded: [] });
		await removeReply(
			{ ...whole(answer.id), authorId: cast.other.id },
			{ by: cast.other, course: cast.course },
		);
		expect(await discussion()).toMatchObject({ listed: [], folded: [id] });
	});

	it("can be removed and restored like any other reply", async () => {
		const { id } = await write("打卡");
		await removeReply(whole(id), { by: cast.learner, course: cast.course });
		expect(await discussion()).toMatchObject({ listed: [], folded: [] });
		const { unlisted } = await threadAs(
			cast.learner,
			question.lesson.threadNumber,
		);
		expect(unlisted.map((reply) => reply.id)).toEqual([id]);
		await restoreReply(whole(id), { by: cast.instructor, course: cast.course });
		expect(await discussion()).toMatchObject({ listed: [], folded: [id] });
	});

	it("ends when an edit says more, and begins when an edit says less", async () => {
		const { id } = await write("打卡");
		const edit = (body: string, version: number) =>
			editReply(
				{ id },
				{ by: cast.learner, course: cast.course, body, version },
			);
		await edit("打卡。第二节的图我没有看懂。", 1);
		expect(await discussion()).toMatchObject({ listed: [id], folded: [] });
		await edit("已读打卡", 2);
		expect(await discussion()).toMatchObject({ listed: [], folded: [id] });
	});
});

describe("a check-in that says more", () => {
	it("is an ordinary reply, and marks the lesson as read", async () => {
		const { id } = await write("打卡。第二节的图我没有看懂。");
		expect(await discussion(cast.learner)).toEqual({
			listed: [id],
			folded: [],
			isRead: true,
		});
	});

	it("may have a position or answer somebody", async () => {
		const stated = await write(
			"打卡",
			{ position: "yes" },
			cast.learner,
			question.id,
		);
		const { branches } = await threadAs(null, question.number);
		expect(branches.map(({ reply }) => reply.id)).toEqual([stated.id]);
		const said = await write("说点别的。", {}, cast.other);
		await write("打卡", { parentId: said.id });
		const { listed, folded } = await discussion();
		expect([listed, folded]).toEqual([[said.id], []]);
	});
});

it("a reply without a check-in marks nothing as read", async () => {
	await write("第二节的图我没有看懂。");
	expect((await discussion(cast.learner)).isRead).toBe(false);
});

it("a check-in in a topic is an ordinary reply", async () => {
	const topic = await makeThread(cast.course, cast.other, {
		lessonId: question.lesson.id,
	});
	await write("打卡", {}, cast.learner, topic.id);
	const { branches, checkIns } = await threadAs(null, topic.number);
	expect([branches.length, checkIns.length]).toEqual([1, 0]);
	expect((await discussion(cast.learner)).isRead).toBe(false);
});

describe("imported check-ins", () => {
	const comments = (text: string) => [
		{ name: "早起的人", text, date: "2024-06-07" },
		{ name: "晚睡的人", text: "温度像一枚旋钮。", date: "2024-06-08" },
	];
	const shown = async () => {
		const { branches, checkIns } = await threadAs(null, 3);
		return [branches, checkIns].map((list) => list.length);
	};

	it("are folded, follow the document, and are nobody's progress", async () => {
		await bringIn({ comments: comments("打卡第7讲") });
		expect(await shown()).toEqual([1, 1]);
		expect(await sql`SELECT * FROM lesson_reads`).toEqual([]);
		expect(await bringIn({ comments: comments("打卡第7讲") })).toMatchObject({
			outcome: "unchanged",
		});
		await bringIn({ comments: comments("打卡第7讲，旋钮的比方好。") });
		expect(await shown()).toEqual([2, 0]);
		await bringIn({ comments: comments("打卡第7讲") });
		expect(await shown()).toEqual([1, 1]);
	});
});
