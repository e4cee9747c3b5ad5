import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createLesson, editLesson } from "#app/lessons/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { useCast } from "#tests/support/cast.ts";
import {
	SOURCE,
	sendLessonEdit,
	sendNewLesson,
} from "#tests/support/lesson-forms.ts";
import { lessonAs, threadAs } from "#tests/support/pages.ts";

const cast = useCast();

const edit = (form: Record<string, string>) =>
	sendLessonEdit(cast.instructor, form);

const blocks = async () =>
	(await lessonAs(null, 1)).blocks.map(({ id, html }) => [
		id,
		html?.replace(/<[^>]+>/g, "").trim(),
	]);

describe("a new lesson", () => {
	it("has its blocks, its thread and a thread for each question", async () => {
		const { status, location } = await sendNewLesson(cast.instructor, {
			questions: "台阶是真的吗？\n\n 还有呢？ ",
		});
		expect({ status, location }).toEqual({
			status: 302,
			location: "/courses/course/lessons/1",
		});
		const page = await lessonAs(null, 1);
		expect(page.blocks.map(({ kind }) => kind)).toEqual([
			"paragraph",
			"heading",
			"paragraph",
			"paragraph",
		]);
		expect((await threadAs(null, page.thread.number)).thread).toMatchObject({
			kind: "lesson",
			title: "涌现",
		});
		expect(page.questions).toMatchObject([
			{ number: 2, title: "台阶是真的吗？", replyCount: 0, best: null },
			{ number: 3, title: "还有呢？" },
		]);
	});

	it("numbers its formulas, so that asking about one has a name to read out", async () => {
		await sendNewLesson(cast.instructor, {
			body: "先看：\n\n$$a^2$$\n\n再看：\n\n$$b_n$$",
		});
		expect(
			(await lessonAs(null, 1)).blocks.map(({ opening }) => opening),
		).toEqual(["先看：", "公式 1", "再看：", "公式 2"]);
	});

	it("is written by instructors", async () => {
		expect(await sendNewLesson(cast.assistant)).toMatchObject({ status: 403 });
		expect(await sendNewLesson(cast.learner)).toMatchObject({ status: 403 });
		expect(await sql`SELECT 1 FROM lessons`).toEqual([]);
	});

	it("gets its own number, even if ten are made at once", async () => {
		const text = { title: "课", source: "一段。", questions: ["为什么？"] };
		const made = await Promise.all(
			Array.from({ length: 10 }, () =>
				createLesson(text, { by: null, course: cast.course }),
			),
		);
		const numbers = made.map(({ number }) => number);
		expect(numbers.toSorted((a, b) => a - b)).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
		]);
		const threads = await sql<{ number: number }>`SELECT number FROM threads`;
		expect(new Set(threads.map(({ number }) => number)).size).toBe(20);
	});
});

describe("an edit of a lesson", () => {
	beforeEach(() => sendNewLesson(cast.instructor));

	it("makes a revision, in which unchanged blocks keep their ids", async () => {
		const [first, heading, middle, last] = await blocks();
		const body = `${SOURCE.replace("中间一段", "改过的一段")}\n\n新的一段。`;
		await edit({ body, version: "1" });
		expect(await blocks()).toEqual([
			first,
			heading,
			[middle?.[0], "改过的一段。"],
			last,
			[expect.any(Number), "新的一段。"],
		]);
		const revisions = await sql<{ blocks: [number, string][] }>`
			SELECT blocks FROM lesson_revisions ORDER BY number`;
		expect(revisions.map((one) => one.blocks[2])).toEqual([
			[middle?.[0], "中间一段。"],
			[middle?.[0], "改过的一段。"],
		]);
		const kept = await sql`
			SELECT revision FROM blocks WHERE position IS NOT NULL ORDER BY position`;
		expect(kept.map((row) => row)).toEqual(
			[1, 1, 2, 1, 2].map((revision) => ({ revision })),
		);
	});

	it("brings a removed block back under a new id", async () => {
		const before = await blocks();
		await edit({ body: SOURCE.replace("中间一段。\n\n", ""), version: "1" });
		await edit({ version: "2" });
		const after = await blocks();
		expect(after.map(([, text]) => text)).toEqual(before.map(([, t]) => t));
		expect(after[2]?.[0]).not.toBe(before[2]?.[0]);
		expect(after[3]).toEqual(before[3]);
	});

	it("gives its thread the new title", async () => {
		await edit({ title: "涌现与突现", version: "1" });
		expect((await threadAs(null, 1)).thread.title).toBe("涌现与突现");
	});

	it("is refused with both texts if another came first", async () => {
		await edit({ body: "先到的。", version: "1" });
		const late = { body: "后到的。", version: "1" };
		const { status, data } = await edit(late);
		expect(status).toBe(409);
		expect(data).toMatchObject({
			refusal: "staleEdit",
			values: late,
			details: { theirs: "涌现\n\n先到的。", version: 2 },
		});
		expect((await blocks()).map(([, text]) => text)).toEqual(["先到的。"]);
	});

	it("is also refused if another changed only the questions", async () => {
		await edit({ questions: "先到的？", version: "1" });
		const { status, data } = await edit({
			questions: "后到的？",
			version: "1",
		});
		expect(status).toBe(409);
		expect(data.details.theirs).toBe(`涌现\n\n${SOURCE}\n\n先到的？`);
		const { questions } = await lessonAs(null, 1);
		expect(questions).toMatchObject([{ title: "先到的？" }]);
	});

	it("sent twice happens once", async () => {
		const form = { body: "一样的。", questions: "对吗？", version: "1" };
		for (let i = 0; i < 2; i++)
			expect(await edit(form)).toMatchObject({ status: 302 });
		expect(await sql`SELECT revision FROM lessons`).toEqual([{ revision: 2 }]);
		expect(await sql`SELECT 1 FROM lesson_revisions`).toHaveLength(2);
	});
});

it("writing a lesson does not take a statement per block", async () => {
	const text = (blocks: number, word: string) => ({
		title: "课",
		source: Array.from({ length: blocks }, (_, n) => `${word} ${n}。`).join(
			"\n\n",
		),
		questions: [],
	});
	const counted = async (work: () => Promise<unknown>) => {
		const sent = vi.spyOn(pg.Client.prototype, "query");
		await work();
		const { length } = sent.mock.calls;
		sent.mockRestore();
		return length;
	};
	const { course } = cast;
	const counts = [];
	for (const blocks of [2, 60]) {
		const create = () =>
			createLesson(text(blocks, "一段"), { by: null, course: course });
		const first = await counted(create);
		const [lesson] = await sql<{ id: number }>`
			SELECT id FROM lessons ORDER BY id DESC LIMIT 1`;
		if (!lesson) throw new Error("No lesson was made");
		counts.push([
			first,
			await counted(() =>
				editLesson(
					lesson,
					{
						...text(blocks, "另一段"),

						revision: 1,
					},
					{ by: null, course: course },
				),
			),
		]);
	}
	// Other work may add a statement or two.
	for (const [i, many] of (counts[1] ?? []).entries())
		expect(many).toBeLessThan((counts[0]?.[i] ?? 0) + 5);
});

it("an edit writes only the changed blocks", async () => {
	await sendNewLesson(cast.instructor);
	const rows = () => sql<{ row: string }>`
		SELECT id || ' ' || ctid::text AS row FROM blocks ORDER BY position`;
	const before = await rows();
	await edit({ body: SOURCE.replace("中间一段", "中间另一段"), version: "1" });
	const after = await rows();
	expect(after.map(({ row }, i) => row === before[i]?.row)).toEqual([
		true,
		true,
		false,
		true,
	]);
});
