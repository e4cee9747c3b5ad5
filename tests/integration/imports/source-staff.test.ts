import { describe, expect, it } from "vitest";
import { importLessons } from "#app/imports/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { useCast } from "#tests/support/cast.ts";
import { dump, sourceOf } from "#tests/support/documents.ts";
import {
	courseAs,
	deskAs,
	saidOf,
	stateOf,
	threadAs,
} from "#tests/support/pages.ts";
import { drifted } from "#tests/support/recount.ts";

const cast = useCast();

const LESSON = ["07 | 采样", "采样之后才有花样。"];

/** Imports the lesson with these lines of its comment area. */
async function bringIn(...area: string[]) {
	const source = sourceOf([...LESSON, ...area].join("\n"));
	const [report] = await importLessons([source], {
		slug: cast.course.slug,
		byId: null,
	});
	return report;
}

const ASKED = ["- 青禾 👍(4) 💬(2)", "温度为什么不能是负数？"];
const ANSWERED = ["作者回复：那样分布就倒过来了。", "2024-03-05"];

const rows = () =>
	sql<{ id: number; name: string; text: string; left: boolean }>`
		SELECT id, imported_name AS name, source AS text, left_source_at IS NOT NULL AS left FROM replies ORDER BY id`;

describe("an answer by the source's staff", () => {
	it("is an unclaimed reply under its comment, marked as theirs", async () => {
		expect(await bringIn(...ASKED, "2024-03-04", ...ANSWERED)).toMatchObject({
			lesson: { replies: 2, repliesNotInSource: 1 },
			problems: [],
		});
		const { thread, branches } = await threadAs(null, 1);
		expect(thread).toMatchObject({ replyCount: 2, topCount: 1 });
		expect(branches).toMatchObject([
			{ reply: { name: "青禾" }, under: [{ name: "作者", votes: 0 }] },
		]);
		const [{ reply, under } = { reply: {}, under: [] }] = branches;
		expect(saidOf(reply)).toContain("原评论区导入");
		expect(saidOf(under[0] ?? {})).toMatch(/作者\s+原课程团队\s+2024年3月5日/);
		expect(await drifted()).toEqual([]);
	});

	it("leaves nothing for staff here to answer", async () => {
		await bringIn(...ASKED, "2024-03-04");
		expect((await deskAs(cast.instructor)).candidates).toHaveLength(1);
		await bringIn(...ASKED, "2024-03-04", ...ANSWERED);
		expect((await deskAs(cast.instructor)).candidates).toEqual([]);
	});

	it("stays the same reply when the document comes again, corrected or without it", async () => {
		await bringIn(...ASKED, "2024-03-04", ...ANSWERED);
		const before = await dump();
		await bringIn(...ASKED, "2024-03-04", ...ANSWERED);
		expect(await dump()).toEqual(before);
		const [, answer] = await rows();
		await bringIn(...ASKED, "2024-03-04", "作者回复：改过。", "2024-03-05");
		expect((await rows())[1]).toEqual({ ...answer, text: "改过。" });
		await bringIn(...ASKED, "2024-03-04");
		expect((await rows())[1]).toMatchObject({ id: answer?.id, left: true });
		expect(await drifted()).toEqual([]);
	});

	it("answers the question that its comment becomes, and does not come twice", async () => {
		await bringIn(...ASKED, "2024-03-04", ...ANSWERED);
		const [comment] = await rows();
		const { number } = await promoteReply(
			{ id: comment?.id ?? 0 },
			{ by: cast.instructor, course: cast.course, title: "温度能否为负？" },
		);
		expect(await stateOf(number)).toBe("answered");
		await bringIn(...ASKED, "2024-03-04", ...ANSWERED);
		expect(await rows()).toHaveLength(2);
		expect(await drifted()).toEqual([]);
	});

	it("keeps a check-in in sight", async () => {
		await bringIn("- 青禾 👍(0) 💬(1)", "打卡", ...ANSWERED);
		const { branches } = await threadAs(null, 1);
		expect(branches).toMatchObject([{ under: [{ name: "作者" }] }]);
		expect(await drifted()).toEqual([]);
	});
});

describe("a comment without a date", () => {
	const UNDATED = ["- 青禾 👍(4) 💬(0)", "很受用。"];

	it("shows none and is no activity", async () => {
		await bringIn(...UNDATED);
		const { thread, branches } = await threadAs(null, 1);
		expect(thread.lastActivityAt).toBeNull();
		const { who = "" } = branches[0]?.reply ?? {};
		expect(who).not.toContain("<time");
		expect(saidOf({ who })).toContain("没有日期");
		const { lessons } = await courseAs(null);
		expect(lessons).toMatchObject([{ replyCount: 1, lastActivityAt: null }]);
	});

	it("does not hide the latest dated one", async () => {
		await bringIn(...UNDATED, "2024-03-04 - 石川 👍(1) 💬(0)", "也好。");
		const { thread } = await threadAs(null, 1);
		expect(thread.lastActivityAt).toEqual(new Date("2024-03-04"));
		expect(await drifted()).toEqual([]);
	});

	it("has none as a question either", async () => {
		await bringIn(...UNDATED);
		const [comment] = await rows();
		const { number } = await promoteReply(
			{ id: comment?.id ?? 0 },
			{ by: cast.instructor, course: cast.course, title: "受用在哪里？" },
		);
		const { thread } = await threadAs(null, number);
		expect(thread).toMatchObject({ importedName: "青禾", createdAt: null });
	});
});
