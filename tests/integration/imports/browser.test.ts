import { beforeEach, describe, expect, it } from "vitest";
import { siteUrl } from "#app/platform/env.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { action, loader } from "#app/routes/imports/new.tsx";
import { makeCast, type Person } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { lessonDocument, QUESTIONS } from "#tests/support/documents.ts";
import {
	answerOf,
	argsOf,
	cookieOf,
	makeContext,
} from "#tests/support/requests.ts";

beforeEach(truncateAll);

const params = { course: "course" };
const path = "/courses/course/import";

type Answer = Exclude<Awaited<ReturnType<typeof action>>, Response>["data"];

/** Sends the page's form; files by name. */
async function submit(
	by: Person | null,
	fields: [string, string][],
	files: Record<string, BlobPart> = {},
) {
	const body = new FormData();
	for (const [name, value] of fields) body.append(name, value);
	for (const [name, text] of Object.entries(files))
		body.append("files", new File([text], name));
	// As a browser sends it if no file is chosen.
	if (Object.keys(files).length === 0) body.append("files", new File([], ""));
	const headers = { Cookie: await cookieOf(by) };
	const request = new Request(new URL(path, siteUrl), {
		method: "POST",
		headers,
		body,
	});
	const context = makeContext();
	const answer = await answerOf(() => action({ request, params, context }));
	return { ...answer, data: answer.data as Answer, prose: context.prose };
}

const carried = (text: string, questions: string): [string, string][] => [
	["name", "7.txt"],
	["written", "document"],
	["text", text.replaceAll("\n", "\r\n")],
	["questions", questions],
	["dryRun", "false"],
];

describe("an import in the browser", () => {
	it("shows what the files would add, and writes nothing", async () => {
		const { instructor } = await makeCast();
		const files = { "7.txt": lessonDocument(), "8.md": "# 尺度\n\n正文。" };
		const { status, data } = await submit(instructor, [], files);
		expect(status).toBe(200);
		expect(data).toMatchObject({
			step: "preview",
			unread: [],
			documents: [
				{
					name: "7.txt",
					outcome: "created",
					lesson: { title: "从词元到句子", replies: 3 },
					questions: QUESTIONS.join("\n"),
					sample: [{ name: "山中人", date: "2024-06-07", votes: 6 }, {}, {}],
				},
				{ name: "8.md", outcome: "created", lesson: { title: "尺度" } },
			],
		});
		expect(await sql`SELECT 1 FROM lessons`).toEqual([]);
	});

	it("accepts a pasted text in the chosen format", async () => {
		const { instructor } = await makeCast();
		const fields: [string, string][] = [
			["body", "# 尺度\r\n\r\n正文。"],
			["format", "markdown"],
		];
		const { data } = await submit(instructor, fields);
		expect(data.documents).toMatchObject([
			{ name: "", format: "markdown", lesson: { title: "尺度" } },
		]);
	});

	it("finds out that a pasted text is Markdown", async () => {
		const { instructor } = await makeCast();
		for (const text of [
			"---\ntitle: 尺度\n---\n正文。",
			"尺度\n\n## 一\n\n正文。",
		]) {
			const fields: [string, string][] = [
				["body", text],
				["format", "auto"],
			];
			const { data } = await submit(instructor, fields);
			expect(data.documents).toMatchObject([
				{ format: "markdown", lesson: { title: "尺度" } },
			]);
		}
		const { status, data } = await submit(instructor, [
			["body", "---\ntitle: 尺度\n---\n正文。"],
			["format", "document"],
		]);
		expect(status).toBe(422);
		expect(data.unread).toMatchObject([
			{ problems: [{ sentence: "第一行应当是课的标题。" }] },
		]);
	});

	it("shows each lesson as its page will, and where it will stand", async () => {
		const { instructor } = await makeCast();
		const files = {
			"07.md": "# 尺度\n\n**正**文 $a$。",
			"9.md": "# 后\n\n文。",
		};
		const { data, prose } = await submit(instructor, [], files);
		expect(data.documents).toMatchObject([
			{ place: 1, hasText: true },
			{ place: 2, hasText: true },
		]);
		expect(prose.get("lesson-0-text")).toContain("<math");
		expect(prose.get("lesson-1-text")).toContain("<p>文。</p>");
	});

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

	it("shows whose thread each reworded question takes over, and what it drops", async () => {
		const { instructor } = await makeCast();
		const cache = "缓存为什么省时间？";
		const short = "词元越短越好吗？";
		const zero = "温度为零时会怎样？";
		await submit(
			instructor,
			carried(lessonDocument(), [cache, short, zero].join("\n")),
		);
		const preview = async (...questions: string[]) => {
			const { data } = await submit(instructor, [], {
				"7.txt": lessonDocument({ questions }),
			});
			return data.documents[0];
		};
		const reworded = "温度是零的时候，会怎样？";
		expect(await preview("批处理多大？", reworded, short)).toMatchObject({
			reworded: [{ from: zero, to: reworded }],
			drops: true,
		});
		expect(await preview(cache, reworded, short)).toMatchObject({
			reworded: [{ from: zero, to: reworded }],
			drops: false,
		});
		expect(await preview(cache, short, "批处理多大？")).toMatchObject({
			reworded: [],
			drops: true,
		});
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

	it("goes on with the readable files and names the others' problems", async () => {
		const { instructor } = await makeCast();
		const files = { "7.txt": lessonDocument(), "x.txt": new Uint8Array([0]) };
		const { status, data } = await submit(instructor, [], files);
		expect(status).toBe(200);
		expect(data.documents).toHaveLength(1);
		expect(data.unread).toMatchObject([
			{ name: "x.txt", problems: [{ line: 1, sentence: "这不是文本文件。" }] },
		]);
	});

	it("reads a chosen folder as a course, in the order of its table of contents", async () => {
		const { instructor } = await makeCast();
		const files = {
			"课/README.md": "# 说明",
			"课/_sidebar.md": "- [二](b/x.md)\n- [一](a/x.md)",
			"课/a/x.md": "# 一\n\n正文。",
			"课/a/图.png": "png",
			"课/b/x.md": "# 二\n\n正文。",
		};
		const { data } = await submit(instructor, [], files);
		expect(data.documents).toMatchObject([
			{ name: "b/x.md", lesson: { title: "二" } },
			{ name: "a/x.md", lesson: { title: "一" } },
		]);
		expect(data.unread).toMatchObject([{ name: "README.md" }]);
		const fields = data.documents.flatMap(
			({ name, text }): [string, string][] => [
				...(
					[
						["name", name],
						["written", "markdown"],
					] as const
				).map(([field, value]): [string, string] => [field, value]),
				["text", text],
				["questions", ""],
			],
		);
		await submit(instructor, [...fields, ["dryRun", "false"]]);
		expect(await sql`SELECT title FROM lessons ORDER BY position`).toEqual([
			{ title: "二" },
			{ title: "一" },
		]);
	});

	it("shows links and headings of several lessons as they will be", async () => {
		const { instructor } = await makeCast();
		const { prose } = await submit(instructor, [], {
			"1.md": "# 甲\n\n[乙](2.md#小结) [小结](#小结)\n\n## 小结",
			"2.md": "# 乙\n\n文。\n\n## 小结",
		});
		const html = [...prose.values()].join("");
		const small = encodeURIComponent("小结");
		expect(html).toContain(`href="/courses/course/lessons/2#h-${small}"`);
		expect(html).toContain(`href="#lesson-0-h-${small}"`);
		expect(html).toContain('id="lesson-0-h-小结"');
		expect(html).toContain('id="lesson-1-h-小结"');
	});

	it("reads GBK, and carries it as text", async () => {
		const { instructor } = await makeCast();
		const gbk = new Uint8Array([
			0x30, 0x31, 0x20, 0xcc, 0xe2, 0x0a, 0xce, 0xc4,
		]);
		const { data } = await submit(instructor, [], { "1.txt": gbk });
		expect(data.documents).toMatchObject([
			{ text: "01 题\n文", lesson: { title: "题", position: 1 } },
		]);
	});

	it("asks for a document if none came or none was readable", async () => {
		const { instructor } = await makeCast();
		expect(await submit(instructor, [])).toMatchObject({
			status: 422,
			data: { error: "fileMissing" },
		});
		expect(await submit(instructor, [["body", "- 只有一条"]])).toMatchObject({
			status: 422,
			data: { error: "fileUnreadable", unread: [{ text: "- 只有一条" }] },
		});
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
