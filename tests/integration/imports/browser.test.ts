import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { loader } from "#app/routes/imports/new.tsx";
import { makeCast } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { lessonDocument } from "#tests/support/documents.ts";
import { carried, params, path, submit } from "#tests/support/import-form.ts";
import { answerOf, argsOf } from "#tests/support/requests.ts";

beforeEach(truncateAll);

describe("an import in the browser", () => {
	it("gives text its full-width punctuation back if asked to, and comments if asked again", async () => {
		const { instructor } = await makeCast();
		const text = lessonDocument({
			body: ["先说结论,再说原因."],
			comments: [{ name: "甲", text: "真的吗?", date: "2024-06-07" }],
		});
		const { data } = await submit(instructor, [], { "7.txt": text });
		expect(data.documents).toMatchObject([
			{
				narrow: [
					{
						of: "text",
						count: 1,
						lines: [{ from: "先说结论,再说原因.", to: "先说结论，再说原因。" }],
					},
					{ of: "comments", count: 1 },
				],
			},
		]);
		const written = async () => [
			...(await sql`SELECT source FROM blocks WHERE position = 0`),
			...(await sql`SELECT source FROM replies`),
		];
		await submit(instructor, [...carried(text, ""), ["widen", "text 0"]]);
		expect(await written()).toEqual([
			{ source: "先说结论，再说原因。" },
			{ source: "真的吗?" },
		]);
		await submit(instructor, [
			...carried(text, ""),
			...(["text 0", "comments 0"].map((widen) => ["widen", widen]) as [
				string,
				string,
			][]),
		]);
		expect(await written()).toEqual([
			{ source: "先说结论，再说原因。" },
			{ source: "真的吗？" },
		]);
	});

	it("writes what the preview showed, with the corrected questions", async () => {
		const { instructor } = await makeCast();
		const fields = carried(lessonDocument(), "合成的一题？\r\n\r\n  另一题？ ");
		const { data } = await submit(instructor, fields);
		expect(data).toMatchObject({
			step: "done",
			documents: [{ outcome: "created", text: "" }],
		});
		expect(
			await sql`SELECT title FROM threads WHERE kind = 'thinking' ORDER BY position`,
		).toEqual([{ title: "合成的一题？" }, { title: "另一题？" }]);
		expect(await sql`SELECT source, by_id AS by FROM imports`).toEqual([
			{ source: "7.txt", by: instructor.id },
		]);
	});

	it("gives the form back if a corrected question is too long", async () => {
		const { instructor } = await makeCast();
		const long = "长".repeat(2001);
		const { status, data } = await submit(
			instructor,
			carried(lessonDocument(), long),
		);
		expect(status).toBe(422);
		expect(data).toMatchObject({
			step: "preview",
			documents: [{ questions: long, error: ["questionLong", 2_000] }],
		});
		expect(await sql`SELECT 1 FROM lessons`).toEqual([]);
	});

	it("has it decided which lesson a document is, before it writes", async () => {
		const { instructor } = await makeCast();
		await submit(instructor, carried(lessonDocument(), ""));
		const other = "07 | 缓存\n缓存把算过的键和值留在显存里，后面不用重算。";
		const send = (match: string) =>
			submit(instructor, [...carried(other, ""), ["match", match]]);
		const asked = {
			step: "preview",
			documents: [
				{
					was: { number: 7 },
					isUndecided: true,
					doubt: { isDecided: false, lessons: [{ number: 7, place: 1 }] },
				},
			],
		};
		for (const match of ["", "99"])
			expect((await send(match)).data).toMatchObject(asked);
		expect(await sql`SELECT title FROM lessons`).toHaveLength(1);
		expect((await send("new")).data).toMatchObject({ step: "done" });
		expect(await sql`SELECT title FROM lessons ORDER BY position`).toEqual([
			{ title: "从词元到句子" },
			{ title: "缓存" },
		]);
	});

	it("is for instructors", async () => {
		const { assistant, learner } = await makeCast();
		for (const [by, status] of [
			[null, 401],
			[learner, 403],
			[assistant, 403],
		] as const) {
			expect((await submit(by, [["body", "题\n正文。"]])).status).toBe(status);
			const args = await argsOf({ by, path, params });
			const asked = await answerOf(() => loader(args));
			expect(asked.status).toBe(by ? status : 302);
		}
	});

	it("passes a text whose session has ended to the sign-in", async () => {
		await makeCast();
		const text = "# 尺度\n\n正文。";
		for (const fields of [
			[
				["body", text],
				["format", "markdown"],
			],
			[
				["name", ""],
				["written", "markdown"],
				["text", text],
				["questions", ""],
			],
		] as [string, string][][])
			expect(await submit(null, fields)).toMatchObject({
				status: 401,
				data: { action: path, values: { body: text, format: "markdown" } },
			});
	});
});
