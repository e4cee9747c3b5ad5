import { describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import {
	answerPublishing,
	proposePublishing,
} from "#app/questions/commands.server.ts";
import * as root from "#app/root.tsx";
import * as list from "#app/routes/notifications/index.tsx";
import * as one from "#app/routes/notifications/show.ts";
import * as threadPage from "#app/routes/threads/show.tsx";
import {
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { ask, atThread, load } from "#tests/support/requests.ts";

const cast = useCast();

const question = (
	hidden: { isPrivate?: boolean; isAnonymous?: boolean } = {},
) => makeThread(cast.course, cast.learner, { kind: "question", ...hidden });

const newsOf = async (by: Person) =>
	(await load(list.loader, { by, path: "/notifications" })).notifications;

const countNews = async (by: Person) =>
	(await load(root.loader, { by, path: "/" })).viewer?.news;

const open = (by: Person, id: number) =>
	ask(one.loader, {
		by,
		path: `/notifications/${id}`,
		params: { id: String(id) },
	});

const answer = (thread: { id: number }, by = cast.instructor) =>
	makeReply(cast.course, thread.id, by);

describe("an asker's notifications", () => {
	it("say that staff answered, once a question until it is read", async () => {
		const thread = await question();
		await answer(thread, cast.other);
		expect(await newsOf(cast.learner)).toEqual([]);
		const first = await answer(thread);
		await answer(thread, cast.assistant);
		await answer(await question());
		const news = await newsOf(cast.learner);
		expect(news.map(({ kind }) => kind)).toEqual(["answered", "answered"]);
		expect(await open(cast.learner, news[1]?.id ?? 0)).toMatchObject({
			status: 302,
			location: `/courses/course/replies/${first.id}`,
		});
		expect((await newsOf(cast.learner)).map(({ isRead }) => isRead)).toEqual([
			false,
			true,
		]);
		await answer(thread);
		expect(await newsOf(cast.learner)).toHaveLength(3);
		expect(await newsOf(cast.other)).toEqual([]);
	});

	it("say that staff propose to publish, and again after the asker declined", async () => {
		const thread = await question({ isPrivate: true });
		const { course, assistant, learner } = cast;
		const propose = () => proposePublishing(thread, { by: assistant, course });
		await Promise.all([propose(), propose(), propose()]);
		const [told, ...more] = await newsOf(learner);
		expect(told).toMatchObject({ kind: "proposed", isRead: false });
		expect(more).toEqual([]);
		expect(await open(learner, told?.id ?? 0)).toMatchObject({
			location: `/courses/course/threads/${thread.number}`,
		});
		await answerPublishing(thread, {
			by: cast.instructor,
			course,
			published: false,
		});
		await propose();
		expect(await newsOf(learner)).toHaveLength(2);
	});

	it("do not come from the asker's own acts, or to anybody else", async () => {
		const own = await makeThread(cast.course, cast.instructor, {
			kind: "question",
		});
		await answer(own);
		await answer(await makeThread(cast.course, cast.learner));
		expect(await sql`SELECT 1 FROM notifications`).toEqual([]);
		const thread = await question({ isAnonymous: true });
		await answer(thread);
		const [told] = await newsOf(cast.learner);
		for (const by of [cast.other, cast.instructor])
			expect(await open(by, told?.id ?? 0)).toMatchObject({ status: 404 });
		expect((await newsOf(cast.learner))[0]?.isRead).toBe(false);
	});

	it("are read once the asker has opened the thread, from anywhere", async () => {
		const [thread, other] = [await question(), await question()];
		await answer(thread);
		await answer(other);
		const visit = (by: Person, query = "") =>
			ask(threadPage.loader, { by, ...atThread(thread.number, query) });
		expect(await visit(cast.instructor)).toMatchObject({ status: 200 });
		expect(await visit(cast.learner, "?sort=newest")).toMatchObject({
			status: 302,
			location: `/courses/course/threads/${thread.number}?sort=newest`,
		});
		expect(await visit(cast.learner)).toMatchObject({ status: 200 });
		expect((await newsOf(cast.learner)).map(({ isRead }) => isRead)).toEqual([
			false,
			true,
		]);
		expect(await countNews(cast.learner)).toBe(1);
		await sql`UPDATE threads SET visibility = 'removed', hidden_at = now() WHERE id = ${other.id}`;
		expect(await countNews(cast.learner)).toBe(0);
	});

	it("lead to the thread if the answer is gone, and go if the thread is gone", async () => {
		const thread = await question();
		const { id } = await answer(thread);
		await sql`UPDATE replies SET visibility = 'removed', hidden_at = now() WHERE id = ${id}`;
		const [told] = await newsOf(cast.learner);
		expect(await open(cast.learner, told?.id ?? 0)).toMatchObject({
			location: `/courses/course/threads/${thread.number}`,
		});
		await sql`UPDATE threads SET visibility = 'removed', hidden_at = now() WHERE id = ${thread.id}`;
		expect(await open(cast.learner, told?.id ?? 0)).toMatchObject({
			status: 404,
		});
	});
});
