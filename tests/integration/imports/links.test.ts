import { beforeEach, describe, expect, it } from "vitest";
import { importLessons } from "#app/imports/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { truncateAll } from "#tests/support/database.ts";
import { dump, sourceOf } from "#tests/support/documents.ts";

beforeEach(truncateAll);

const into = { slug: "llm", byId: null };
const run = (files: Record<string, string>) =>
	importLessons(
		Object.entries(files).map(([name, text]) => sourceOf(text, name)),
		into,
	);

const htmlOf = async (title: string) => {
	const blocks = await sql<{ html: string }>`
		SELECT b.html FROM blocks b JOIN lessons l ON l.id = b.lesson_id
		WHERE l.title = ${title} AND b.position IS NOT NULL ORDER BY b.position`;
	return blocks.map(({ html }) => html).join("");
};

const hrefsOf = async (title: string) =>
	Array.from(
		(await htmlOf(title)).matchAll(/href="([^"]*)"/g),
		([, href = ""]) => decodeURIComponent(href),
	);

const SECOND = "# 乙\n\n文。\n\n## 小结\n\n完。\n\n## 例子 {#cases}\n\n例。";
const to = (number: number, heading = "") =>
	`/courses/llm/lessons/${number}${heading && `#h-${heading}`}`;

describe("a link between imported files", () => {
	it.each([
		["[下一课](./02-b.md)", to(2)],
		["[下一课](02-b.md#小结)", to(2, "小结")],
		['[下一课](02-b.md#%E5%B0%8F%E7%BB%93 "看")', to(2, "小结")],
		["[下一课](02-b.md#例子)", to(2, "cases")],
		["[下一课](02-b)", to(2)],
		["[下一课](02-b.html)", to(2)],
		["[下一课](/02-b.md)", to(2)],
		["[下一课](/docs/../02-b.md)", to(2)],
		["[章](ch2/README.md)", to(3)],
		["[章](ch2/)", to(3)],
		["[章](<ch2/三 课.md>)", to(4)],
		["[章](ch2/三 课.md)", to(4)],
		["[章](ch2/%E4%B8%89%20%E8%AF%BE.md)", to(4)],
		["[章][a]\n\n[a]: ch2/README.md", to(3)],
		['<a href="02-b.md#小结">下一课</a>', to(2, "小结")],
		["[[02-b]]", to(2)],
		["[[三 课#尾声|第三课]]", to(4, "尾声")],
		["[自己](01-a.md#开头)", "#h-开头"],
		["[[#开头]]", "#h-开头"],
		["[[#开头|自己]]", "#h-开头"],
		["[章](ch2/index.html)", to(3)],
		["<a href=02-b.md><b>下一课</b></a>", to(2)],
		["[下一课](/02-b?id=小结)", to(2, "小结")],
		['[下一课]({{< ref "02-b.md" >}})', to(2)],
		['[课]({{% relref "三 课.md#尾声" %}})', to(4, "尾声")],
		['[章]({{< relref "/ch2" >}})', to(3)],
		["[下一课]({% link 02-b.md %}#小结)", to(2, "小结")],
		["[下一课]({{ site.baseurl }}{% link 02-b.md %})", to(2)],
		["[下一课]({{ '/02-b' | relative_url }})", to(2)],
		["[下一课](@/02-b.md)", to(2)],
	])("leads to the lesson's page: %s", async (link, address) => {
		const reports = await run({
			"01-a.md": `# 甲\n\n看${link}\n\n## 开头\n\n文。`,
			"02-b.md": SECOND,
			"ch2/README.md": "# 丙\n\n文。",
			"ch2/三 课.md": "# 丁\n\n文。\n\n## 尾声\n\n完。",
		});
		expect(reports[0]?.problems).toEqual([]);
		expect(await hrefsOf("甲")).toEqual([address]);
	});

	it("leads to the lesson if that lacks the heading, and is named", async () => {
		const [report] = await run({
			"01-a.md": "# 甲\n\n[乙](02-b.md#没有)",
			"02-b.md": SECOND,
		});
		expect(await hrefsOf("甲")).toEqual([to(2)]);
		expect(report?.problems).toMatchObject([
			{ line: 3, reason: "linkHeadingMissing" },
		]);
	});

	it("stays right when its lesson gets another number in the files", async () => {
		const files = { "01-a.md": "# 甲\n\n[乙](02-b.md)", "02-b.md": SECOND };
		await run(files);
		await run({
			"01-a.md": "# 甲\n\n[乙](03-b.md)",
			"02-c.md": "# 丙\n\n新的一课。",
			"03-b.md": SECOND,
		});
		expect(await hrefsOf("甲")).toEqual([to(2)]);
	});

	it("is kept by a file that comes in again alone, from the folder it had", async () => {
		await run({
			"a/x.md": "# 甲\n\n[乙](../b/x.md)",
			"b/x.md": "# 乙\n\n文。",
		});
		const [report] = await importLessons(
			[sourceOf("# 甲\n\n再看[乙](../b/x.md)", "x.md")],
			into,
		);
		expect(report).toMatchObject({ outcome: "updated" });
	});

	it("finds lessons of one title again by their files", async () => {
		const files = (text: string) => ({
			"a/小结.md": `# 小结\n\n${text}一。[乙](../b/x.md)`,
			"b/小结.md": `# 小结\n\n${text}二。[乙](x.md)`,
			"b/x.md": "# 乙\n\n文。",
		});
		await run(files("这是"));
		const before = await dump();
		const repeated = await run(files("这是"));
		expect(repeated.map(({ outcome }) => outcome)).toEqual([
			...["unchanged", "unchanged", "unchanged"],
		]);
		expect(await dump()).toEqual(before);
		const again = await run(files("改写过的"));
		expect(again.map(({ outcome, doubt }) => [outcome, doubt])).toEqual([
			["updated", null],
			["updated", null],
			["unchanged", null],
		]);
		expect(await sql`SELECT 1 FROM lessons`).toHaveLength(3);
	});

	it("leads up and across folders", async () => {
		await run({
			"a/x.md": "# 甲\n\n[乙](../b/x.md)",
			"b/x.md": "# 乙\n\n[甲](/a/x)",
		});
		expect(await hrefsOf("甲")).toEqual([to(2)]);
		expect(await hrefsOf("乙")).toEqual([to(1)]);
	});

	it("finds what was imported before, and a repeat changes nothing", async () => {
		await run({ "02-b.md": SECOND });
		const first = { "01-a.md": "# 甲\n\n[乙](02-b.md#小结)" };
		await run(first);
		expect(await hrefsOf("甲")).toEqual([to(2, "小结")]);
		const before = await dump();
		expect(await run(first)).toMatchObject([
			{ outcome: "unchanged", problems: [] },
		]);
		expect(await dump()).toEqual(before);
	});

	it("is named and shown as text if its file did not come in", async () => {
		const [report] = await run({
			"01-a.md": [
				...[
					"# 甲",
					"",
					"[没有](03-c.md) [附件](files/a.zip)",
					"[目录](../README.md)",
				],
				...["[根](/guide/x) <a href='y.md'>旧</a> [外](https://a.example)"],
				"`[代码](z.md)` [小结](#小结) [讨论](#没有)",
				...["", "## 小结"],
			].join("\n"),
		});
		expect(report?.problems.map(({ line, reason }) => [line, reason])).toEqual([
			[3, "linkNotImported"],
			[3, "linkNotImported"],
			[4, "linkNotImported"],
			[5, "linkNotImported"],
			[5, "linkNotImported"],
			[6, "linkNowhere"],
		]);
		expect(await hrefsOf("甲")).toEqual([
			...["https://a.example", "#h-小结", "#没有"],
		]);
		expect(await htmlOf("甲")).toContain("没有 附件目录根 旧");
	});

	it("is named and shown as text in the words of a site's generator too", async () => {
		const [report] = await run({
			"01-a.md": [
				...["# 甲", "", '[一]({{< ref "03-c.md" >}}) [二]({% link _x/c.md %})'],
				...["[三](file:///c:/x.md) [[没有的]] [[1, 2]] [[toc]]"],
				...["{{< hint info >}} `{{< 码 >}}` $a_{{b}}$", "![[讲义.pdf]]"],
			].join("\n"),
		});
		expect(report?.problems.map(({ line, reason }) => [line, reason])).toEqual([
			[3, "linkNotImported"],
			[3, "linkNotImported"],
			[4, "linkNotImported"],
			[4, "linkNotImported"],
			[5, "siteMarkUnread"],
			[6, "linkNotImported"],
		]);
		expect(await hrefsOf("甲")).toEqual([]);
		expect(await htmlOf("甲")).toContain("一 二三 [[没有的]] [[1, 2]] [[toc]]");
	});

	it("does not lead to a file that cannot be read", async () => {
		const [report] = await run({
			"1-a.md": "# 甲\n\n[乙](2-b.md)",
			"2-b.md": "---\nx",
		});
		expect(report?.problems).toMatchObject([
			{ line: 3, reason: "linkNotImported" },
		]);
		expect(await hrefsOf("甲")).toEqual([]);
	});
});
