import { describe, expect, it } from "vitest";
import type { Failure } from "#app/platform/forms/failure.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as settings from "#app/routes/accounts/settings.tsx";
import * as profile from "#app/routes/accounts/show.tsx";
import { accounts as words } from "#app/words/zh/accounts.ts";
import {
	makeReply,
	makeThread,
	type Person,
	somebody,
	useCast,
} from "#tests/support/cast.ts";
import { ask, load } from "#tests/support/requests.ts";
import { makeThinking } from "#tests/support/thinking.ts";

const cast = useCast();
const save = (by: Person, form: Record<string, string>) =>
	ask<Failure>(settings.action, {
		by,
		path: "/settings",
		form: { name: by.name, bio: "", ...form },
	});

describe("a profile", () => {
	const shown = (person: Person, by: Person | null, query = "") =>
		load(profile.loader, {
			by,
			path: `/people/${person.handle}${query}`,
			params: { handle: person.handle },
			context: { isDocument: false },
		});

	it("shows what its owner wrote, and only what is public", async () => {
		await save(cast.learner, { bio: "**读书**的人" });
		const { course, learner, other } = cast;
		const thread = await makeThread(course, other);
		const { id } = await makeReply(course, thread.id, learner);
		const page = await shown(learner, null);
		expect(page.bio).toBe("<p><strong>读书</strong>的人</p>\n");
		expect(page.person).toEqual({
			handle: learner.handle,
			name: learner.name,
			createdAt: expect.any(Date),
			replies: 1,
			votes: 0,
		});
		expect(page.written).toMatchObject([{ id, courseSlug: "course" }]);
		expect([page.isOwn, (await shown(learner, learner)).isOwn]).toEqual([
			false,
			true,
		]);
	});

	it("is found by the handle in capitals too", async () => {
		const { learner } = cast;
		const handle = learner.handle.toUpperCase();
		expect(
			await ask(profile.loader, {
				by: null,
				path: `/people/${handle}`,
				params: { handle },
			}),
		).toMatchObject({ status: 302, location: `/people/${learner.handle}` });
	});

	it("lists the questions, private and anonymous ones to the asker alone", async () => {
		const { course, learner, other, instructor } = cast;
		const asked = (title: string, more = {}) =>
			makeThread(course, learner, { kind: "question", title, ...more });
		await asked("谁都看得到");
		await asked("只给老师看", { isPrivate: true });
		await asked("不留名字", { isAnonymous: true });
		await makeThread(course, learner, { title: "不是提问" });
		const titles = async (by: Person | null) =>
			(await shown(learner, by)).asked.map(({ title }) => title);
		for (const by of [null, other, instructor])
			expect(await titles(by)).toEqual(["谁都看得到"]);
		expect(await titles(learner)).toEqual([
			...["不留名字", "只给老师看", "谁都看得到"],
		]);
	});

	it("lists twenty per page, newest first, also for replies of the same moment", async () => {
		const { course, learner } = cast;
		const thread = await makeThread(course, learner);
		const ids: number[] = [];
		for (let i = 0; i < 45; i++)
			ids.unshift((await makeReply(course, thread.id, learner)).id);
		await sql`UPDATE replies SET created_at = '2026-01-01' WHERE id <= 30`;
		const seen: number[] = [];
		let older: string | null = null;
		do {
			const query: string = older ? `?before=${older}` : "";
			const page = await shown(learner, null, query);
			expect(page.written.length).toBeLessThanOrEqual(20);
			seen.push(...page.written.map(({ id }) => id));
			older = page.older;
		} while (older);
		expect(seen).toEqual(ids);
	});

	it("stops counting at the number it shows", async () => {
		const { course, learner } = cast;
		const thread = await makeThread(course, learner);
		const more = (count: number) => sql`
			INSERT INTO replies (thread_id, author_id, source, html, renderer, cast_votes, created_at)
			SELECT ${thread.id}, ${learner.id}, 'x', '<p>x</p>', 1, 2, timestamptz '2026-01-01' + i * interval '1 minute'
			FROM generate_series(1, ${count}::int) i`;
		await more(999);
		expect((await shown(learner, null)).person).toMatchObject({
			replies: 999,
			votes: 1998,
		});
		await more(300);
		const { person } = await shown(learner, null);
		expect(person).toMatchObject({ replies: 1000, votes: 2000 });
		expect(words.replyCount(person.replies)).toBe("999+ 条回复");
		expect(words.votesReceived(person.votes, true)).toBe("收到 2000+ 个赞");
	});

	it("finds readable replies behind hundreds of closed ones", async () => {
		const { course, learner, other } = cast;
		const open = await makeThread(course, learner);
		const { id } = await makeReply(course, open.id, learner);
		const closed = await makeThinking(course, { writeFirst: true });
		await sql`
			INSERT INTO replies (thread_id, author_id, source, html, renderer)
			SELECT ${closed.id}, ${learner.id}, 'x', '<p>x</p>', 1 FROM generate_series(1, 450)`;
		const seen: number[] = [];
		let pages = 0;
		let older: string | null = null;
		do {
			const query: string = older ? `?before=${older}` : "";
			const page = await shown(learner, other, query);
			seen.push(...page.written.map(({ id }) => id));
			older = page.older;
			pages += 1;
		} while (older);
		expect([seen, pages]).toEqual([[id], 3]);
		expect((await shown(learner, learner)).written).toHaveLength(20);
	});

	it("answers 404 for an unknown handle", async () => {
		const asked = { by: null, path: "/people/nobody" };
		for (const handle of ["nobody", "\0", "x".repeat(5000)])
			expect(
				await ask(profile.loader, { ...asked, params: { handle } }),
			).toMatchObject({ status: 404 });
		await somebody(1);
	});
});
