import { beforeEach, describe, expect, it } from "vitest";
import { Invalid, Refusal } from "#app/platform/forms/refusal.ts";
import { changed } from "#app/platform/postgres/changes.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { kept } from "#app/platform/postgres/kept.server.ts";
import { listReplies } from "#app/replies/queries.server.ts";
import * as questionsPage from "#app/routes/questions/index.tsx";
import * as threadsPage from "#app/routes/threads/index.tsx";
import { findThreadOnPage } from "#app/threads/queries.server.ts";
import { ACTS } from "#tests/support/acts.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	people,
	useCast,
} from "#tests/support/cast.ts";
import { useHearing } from "#tests/support/hearing.ts";
import {
	courseAs,
	lessonAs,
	threadAs,
	threadsAs,
	threadsIn,
} from "#tests/support/pages.ts";
import { makeChance } from "#tests/support/random.ts";
import { argsOf, atThread, inCourse, load } from "#tests/support/requests.ts";
import { lookAt } from "#tests/support/seen.ts";
import { makeThinking, STANDARD } from "#tests/support/thinking.ts";

useHearing();

const MEMBER = { id: null, role: null };

describe("rows that are kept", () => {
	let loads = 0;
	const ofThread = { courseId: 7, threadId: 70 };
	const ask = (scope: { courseId: number; threadId?: number } = ofThread) =>
		kept(`rows ${JSON.stringify(scope)}`, scope, async () => [++loads]);

	beforeEach(() => {
		loads = 0;
		changed({ courseId: null });
	});

	it("are loaded once", async () => {
		expect([await ask(), await ask()]).toEqual([[1], [1]]);
	});

	it.each([
		["of a thread are loaded again when that changes", ofThread],
		["of a thread are loaded again when its course changes", { courseId: 7 }],
		["are loaded again when anything may have changed", { courseId: null }],
	])("%s", async (_, change) => {
		await ask();
		changed(change);
		expect(await ask()).toEqual([2]);
	});

	it.each([{ courseId: 7, threadId: 71 }, { courseId: 8 }])(
		"stay when something else changes: %o",
		async (change) => {
			await ask();
			changed(change);
			expect(await ask()).toEqual([1]);
		},
	);

	it("of a course are loaded again when one of its threads changes", async () => {
		await ask({ courseId: 7 });
		changed(ofThread);
		expect(await ask({ courseId: 7 })).toEqual([2]);
	});

	it("are not kept when they changed while they were loaded", async () => {
		await kept("slow", ofThread, async () => {
			changed(ofThread);
			return ["old"];
		});
		expect(await kept("slow", ofThread, async () => ["new"])).toEqual(["new"]);
	});

	it("of many threads are loaded again when more changed than are counted", async () => {
		await ask();
		for (let n = 0; n <= 10_001; n += 1)
			changed({ courseId: 9, threadId: 100_000 + n });
		expect(await ask()).toEqual([2]);
	});
});

describe("a course's pages", () => {
	const cast = useCast();

	beforeEach(async () => {
		const { course, learner, other, assistant } = cast;
		await people(2);
		await makeLesson(course);
		const questions = await Promise.all(
			[0, 1, 2].map((n) =>
				makeThread(course, n === 1 ? other : learner, {
					...{ kind: "question", title: `第 ${n} 问` },
					...{ isPrivate: n === 2, isAnonymous: n === 1 },
				}),
			),
		);
		const thinking = await makeThinking(course, { positions: STANDARD });
		for (const { id } of [...questions, thinking])
			for (const by of [other, assistant]) {
				const first = await makeReply(course, id, by);
				await makeReply(course, id, learner, { parentId: first.id });
			}
	});

	/** Some acts are refused, as their page is old. */
	async function act(name: string, chance: ReturnType<typeof makeChance>) {
		const seen = await lookAt(cast.course, chance);
		try {
			await ACTS[name]?.(seen, chance, cast.course);
		} catch (error) {
			if (!(error instanceof Refusal || error instanceof Invalid)) throw error;
		}
	}

	const numbers = async () =>
		(
			await sql<{ number: number }>`SELECT number FROM threads ORDER BY number`
		).map(({ number }) => number);

	/** What each of these people sees, or that they see nothing. */
	async function seenBy(viewers: ({ id: number } | null)[]) {
		const all: Promise<unknown>[] = [];
		for (const by of viewers) {
			for (const number of await numbers())
				all.push(threadAs(by, number).catch(({ status }) => status));
			all.push(lessonAs(by, 1), courseAs(by));
			all.push(load(threadsPage.loader, { by, ...inCourse() }));
			all.push(load(questionsPage.loader, { by, ...inCourse() }));
		}
		return (await Promise.all(all)).map((page) =>
			JSON.parse(
				JSON.stringify(page, (key, value) =>
					key === "submissionId" ? undefined : value,
				),
			),
		);
	}

	it("come from the rows that are kept", async () => {
		const { instructor } = cast;
		const textsOf = async () =>
			JSON.stringify([
				await Promise.all(
					(await numbers()).map(async (number) => {
						const { branches } = await threadAs(instructor, number);
						return branches;
					}),
				),
				await threadsAs(instructor),
			]);
		changed({ courseId: null });
		const before = await textsOf();
		await sql`UPDATE replies SET html = 'by hand'`;
		await sql`UPDATE threads SET title = 'by hand'`;
		expect(await textsOf()).toBe(before);
		changed({ courseId: null });
		expect(await textsOf()).toContain("by hand");
	});

	it("show the same kept as loaded, to all and after every act", async () => {
		const chance = makeChance(11);
		const { learner, other, instructor } = cast;
		const names = Object.keys(ACTS);
		for (const name of [...names, ...names]) {
			await act(name, chance);
			const viewers = [null, chance.one([learner, other, instructor])];
			const whenKept = await seenBy(viewers);
			changed({ courseId: null });
			expect(whenKept, `after ${name}`).toEqual(await seenBy(viewers));
		}
	});

	it("have another version of a thread once another server changed its replies", async () => {
		const chance = makeChance(12);
		const names = [
			...["post", "answer", "edit", "remove", "restore", "accept"],
			...["endorse", "say", "pin", "unpin", "check", "promote"],
		];
		expect(Object.keys(ACTS)).toEqual(expect.arrayContaining(names));
		const look = async () =>
			new Map(
				await Promise.all(
					(
						await sql<{ number: number; version: number }>`
						SELECT number, replies_version AS version FROM threads`
					).map(async ({ number, version }) => {
						changed({ courseId: null });
						const page = await threadAs(cast.instructor, number).catch(
							() => null,
						);
						const { branches, pins, checkIns, other } = page ?? {};
						const rows = JSON.stringify({ branches, pins, checkIns, other });
						return [number, { version, rows }] as const;
					}),
				),
			);
		let before = await look();
		let count = 0;
		for (const name of [...names, ...names, ...names, ...names]) {
			await act(name, chance);
			const after = await look();
			for (const [number, { version, rows }] of before) {
				if (after.get(number)?.rows === rows) continue;
				count += 1;
				expect(after.get(number)?.version, `after ${name}`).not.toBe(version);
			}
			before = after;
		}
		expect(count).toBeGreaterThan(10);
	});

	it("show a thread as its row is, even where nobody tells of a change", async () => {
		const asked = { kind: "question" as const, title: "问" };
		const { id, number } = await makeThread(cast.course, cast.learner, asked);
		const seen = async (by: typeof cast.learner | null) =>
			(await threadAs(by, number)).thread;
		expect(await seen(null)).toMatchObject({ title: "问", isLocked: false });
		await sql`UPDATE threads SET title = '再问', locked_at = now() WHERE id = ${id}`;
		expect(await seen(null)).toMatchObject({ title: "再问", isLocked: true });
		await sql`UPDATE threads SET is_private = true WHERE id = ${id}`;
		await expect(seen(null)).rejects.toMatchObject({ status: 404 });
		expect((await seen(cast.learner)).isPrivate).toBe(true);
	});

	it("follow the number of replies where the version stays, as in an import", async () => {
		const at = await argsOf({ by: null, ...atThread(7) });
		const { thread } = await findThreadOnPage(at);
		const listed = async (topCount: number) => {
			const page = { sort: "oldest" as const, page: 1 };
			const replies = await listReplies({ ...thread, topCount }, MEMBER, page);
			return replies.filter(({ rootId }) => rootId === null).length;
		};
		expect([thread.topCount, await listed(1), await listed(2)]).toEqual([
			2, 1, 2,
		]);
	});

	it("list what is talked about, however many lessons came in since", async () => {
		await sql`
			INSERT INTO lessons (course_id, number, position, title)
			SELECT ${cast.course.id}, n, n, '课' FROM generate_series(11, 70) n`;
		await sql`
			INSERT INTO threads (course_id, number, kind, lesson_id, title, last_activity_at)
			SELECT course_id, 1000 + number, 'lesson', id, title, now() + interval '1 day' FROM lessons WHERE number > 10`;
		const { recent } = await courseAs(null);
		expect(
			threadsIn(recent)
				.map(({ title }) => title)
				.toSorted(),
		).toEqual(["台阶是真的吗？", "第 0 问", "第 1 问"]);
	});
});
