import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { makeCast } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { lessonDocument, QUESTIONS } from "#tests/support/documents.ts";
import { carried, submit } from "#tests/support/import-form.ts";

beforeEach(truncateAll);

describe("the preview of an import", () => {
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
			"课/b/x.md": "没有标题的正文。",
		};
		const { data } = await submit(instructor, [], files);
		expect(data.documents).toMatchObject([
			{ name: "b/x.md", lesson: { title: "二" } },
			{ name: "a/x.md", lesson: { title: "一" } },
		]);
		expect(data.unread).toMatchObject([{ name: "README.md" }]);
		const fields = data.documents.flatMap(
			({ name, text, called }): [string, string][] => [
				["name", name],
				["written", "markdown"],
				["called", called],
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
});
