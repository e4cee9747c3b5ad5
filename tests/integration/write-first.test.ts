import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import * as history from "#app/routes/replies/history.tsx";
import * as replies from "#app/routes/replies/new.tsx";
import * as promotion from "#app/routes/replies/promotion.tsx";
import * as removal from "#app/routes/replies/removal.tsx";
import * as permalink from "#app/routes/replies/show.ts";
import * as vote from "#app/routes/replies/vote.tsx";
import { setThinking } from "#app/threads/thinking.server.ts";
import { makeReply, type Person } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { lessonAs, threadAs } from "#tests/support/pages.ts";
import { ask, atReply } from "#tests/support/requests.ts";
import { THIRTY } from "#tests/support/thinking.ts";
import {
	type Closed,
	makeClosed,
	NAMES,
	PINNED,
	SECRET,
} from "#tests/support/write-first.ts";

let scene: Closed;

beforeEach(async () => {
	await truncateAll();
	scene = await makeClosed();
});

const write = (by: Person, body: string) =>
	makeReply(scene.course, scene.question.id, by, { body });
const thread = (by: Person | null, query = "") =>
	threadAs(by, scene.question.number, query);
const idsOf = async (by: Person | null) =>
	(await thread(by)).branches.map(({ reply }) => reply.id);

describe("a write-first thread", () => {
	it("shows the question, pinned replies and the number of replies", async () => {
		const page = await thread(null);
		expect(page.isOpen).toBe(false);
		expect(page.thread.replyCount).toBe(5);
		expect(page.pins.map(({ reply }) => reply.html)).toEqual([
			`<p>${PINNED}</p>\n`,
		]);
		expect([page.branches, page.checkIns, page.unlisted]).toEqual([[], [], []]);
		expect([page.spread, page.other]).toEqual([null, null]);
		expect(page.pages).toBe(1);
	});

	it("shows no more from a reply on", async () => {
		const [reply] = await sql<{ id: number }>`
			SELECT id FROM replies WHERE thread_id = ${scene.question.id} ORDER BY id LIMIT 1`;
		const page = await thread(null, `?from=${reply?.id}`);
		expect([page.branches, page.earlier, page.later]).toEqual([[], null, null]);
	});

	it("opens after thirty characters of one's own, without blanks", async () => {
		const { id } = await write(scene.learner, THIRTY.slice(0, -1));
		expect((await thread(scene.learner)).isOpen).toBe(false);
		expect(await idsOf(scene.learner)).toEqual([id]);
		const opening = await write(scene.learner, THIRTY);
		const page = await thread(scene.learner);
		expect(page.isOpen).toBe(true);
		expect(page.spread?.spread.map(({ count }) => count)).toEqual([1, 0, 1]);
		expect(page.branches.length).toBe(4);
		expect(page.checkIns.length).toBe(1);
		expect((await thread(scene.other)).isOpen).toBe(false);
		await removeReply(
			{ ...opening, authorId: scene.learner.id },
			{ by: scene.learner, course: scene.course },
		);
		expect((await thread(scene.learner)).isOpen).toBe(false);
	});

	it("opens with an edit that says enough, and closes with one that takes it back", async () => {
		const { id } = await write(scene.learner, "先占个位置。");
		const edit = (body: string, version: number) =>
			editReply(
				{ id },
				{ by: scene.learner, course: scene.course, body, version },
			);
		await edit(THIRTY, 1);
		expect((await thread(scene.learner)).isOpen).toBe(true);
		await edit("太短。", 2);
		expect((await thread(scene.learner)).isOpen).toBe(false);
	});

	it("is open to staff, and to all once the setting ends", async () => {
		expect((await thread(scene.assistant)).isOpen).toBe(true);
		expect((await thread(scene.instructor)).isOpen).toBe(true);
		await setThinking(scene.question, {
			by: scene.instructor,
			course: scene.course,
			positions: [],
			writeFirst: false,
		});
		expect((await thread(null)).isOpen).toBe(true);
	});

	it("shows the best reply on the lesson's page only to people who may read it", async () => {
		const bestFor = async (by: Person | null) => {
			const page = await lessonAs(by, scene.question.lesson.number);
			const [question] = page.questions;
			return [question?.best?.name, question?.spread?.length];
		};
		const closed = [undefined, undefined];
		expect(await bestFor(null)).toEqual(closed);
		expect(await bestFor(scene.learner)).toEqual(closed);
		expect(await bestFor(scene.assistant)).toEqual([NAMES[0], 3]);
		await write(scene.learner, THIRTY);
		expect(await bestFor(scene.learner)).toEqual([NAMES[0], 3]);
	});
});

describe("a closed reply", () => {
	const asked = (by: Person | null, { id }: { id: number }, act = "") => ({
		by,
		...atReply(id, act),
	});

	it("leads to the top of its thread; an author's own and pinned ones lead to themselves", async () => {
		const top = `/courses/course/threads/${scene.question.number}`;
		const leads = async (by: Person | null, reply: { id: number }) =>
			(await ask(permalink.loader, asked(by, reply))).location;
		expect(await leads(null, scene.best)).toBe(top);
		expect(await leads(scene.learner, scene.under)).toBe(top);
		expect(await leads(scene.learner, scene.pinned)).toBe(
			`${top}#pin-${scene.pinned.id}`,
		);
		const short = await write(scene.learner, "太短。");
		expect(await leads(scene.learner, short)).toBe(`${top}#reply-${short.id}`);
		expect(await leads(scene.instructor, scene.best)).toBe(
			`${top}#reply-${scene.best.id}`,
		);
	});

	it("cannot be voted for, answered or looked up", async () => {
		const { learner, best, question } = scene;
		const post = (
			handler: Parameters<typeof ask>[0],
			form: Record<string, string>,
		) => ask(handler, { ...asked(learner, best), form });
		const path = `/courses/course/threads/${question.number}/replies`;
		const params = { course: "course", number: String(question.number) };
		const parentId = String(best.id);
		const form = {
			body: "答一句。",
			submissionId: crypto.randomUUID(),
			parentId,
		};
		const answers = await Promise.all([
			post(vote.action, { value: "1" }),
			post(removal.action, { removed: "true" }),
			ask(history.loader, asked(learner, best)),
			ask(replies.loader, {
				...{ by: learner, path: `${path}?parent=${best.id}`, params },
			}),
			ask(replies.action, { by: learner, path, params, form }),
		]);
		expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(404));
		const under = ask(
			async () => thread(learner, `?under=${best.id}`),
			asked(learner, best),
		);
		expect((await under).status).toBe(404);
	});

	it("becomes a question, open to all, only by staff", async () => {
		const { first, assistant, best } = scene;
		const status = async (by: Person) =>
			(await ask(promotion.loader, asked(by, best))).status;
		expect(await status(first)).toBe(403);
		expect(await status(assistant)).toBe(200);
	});

	it("can be read and edited by its author", async () => {
		const { first, best } = scene;
		await setThinking(scene.question, {
			by: scene.instructor,
			course: scene.course,
			positions: [],
			writeFirst: true,
		});
		await editReply(best, {
			...{ by: first, course: scene.course },
			...{ body: SECRET, version: 1 },
		});
		expect(await idsOf(first)).toEqual([best.id]);
		expect((await ask(history.loader, asked(first, best))).status).toBe(200);
	});
});
