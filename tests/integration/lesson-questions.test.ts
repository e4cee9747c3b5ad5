import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { useCast } from "#tests/support/cast.ts";
import { sendLessonEdit, sendNewLesson } from "#tests/support/lesson-forms.ts";
import { lessonAs } from "#tests/support/pages.ts";

const cast = useCast();

const edit = (form: Record<string, string>) =>
	sendLessonEdit(cast.instructor, form);

describe("the questions of an edited lesson", () => {
	const asked = async () =>
		(await lessonAs(null, 1)).questions.map(({ number, title }) => [
			number,
			title,
		]);
	let revision = 0;
	/** Sets the lesson's questions and returns them as saved. */
	const change = async (...texts: string[]) => {
		const { status } = await edit({
			questions: texts.join("\n"),
			version: String(revision),
		});
		expect(status).toBe(302);
		revision += 1;
		return asked();
	};
	beforeEach(async () => {
		revision = 1;
		await sendNewLesson(cast.instructor, { questions: "甲？\n乙？" });
	});

	it("keep their threads with the same text, in any order", async () => {
		expect(await change("乙？", "甲？")).toEqual([
			[3, "乙？"],
			[2, "甲？"],
		]);
		expect(await change("丙？", "乙？", "甲？")).toEqual([
			[4, "丙？"],
			[3, "乙？"],
			[2, "甲？"],
		]);
	});

	it("keep their threads when they are reworded, and another question does not", async () => {
		await change("温度为零时会怎样？", "乙？");
		expect(await change("乙？", "温度是零的时候，会怎样？")).toEqual([
			[3, "乙？"],
			[4, "温度是零的时候，会怎样？"],
		]);
		expect(await change("乙？", "缓存为什么省时间？")).toEqual([
			[3, "乙？"],
			[5, "缓存为什么省时间？"],
		]);
	});

	it("otherwise get a new thread; the old one stays, marked, and can come back", async () => {
		expect(await change("乙？")).toEqual([[3, "乙？"]]);
		const [left] = await sql`
			SELECT number, left_lesson_at IS NOT NULL AS left FROM threads WHERE title = '甲？'`;
		expect(left).toEqual({ number: 2, left: true });
		expect(await change("乙？", "甲？")).toEqual([
			[3, "乙？"],
			[2, "甲？"],
		]);
	});

	it("have one thread each, even two with the same text", async () => {
		await change("甲？", "甲？");
		await change();
		const back = await change("甲？", "甲？");
		expect(back).toHaveLength(2);
		expect(new Set(back.map(([number]) => number)).size).toBe(2);
	});
});
