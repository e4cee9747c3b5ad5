import { describe, expect, it } from "vitest";
import { composeLesson, composeText } from "#app/markdown/compose.ts";

function htmlOf(...lines: string[]): string {
	const lesson = composeLesson(lines.join("\n"));
	return lesson.ok ? lesson.blocks.map(({ html }) => html).join("") : "";
}

/** The ids of headings, and where links lead, as a browser reads them. */
function anchors(...lines: string[]) {
	const html = htmlOf(...lines);
	return {
		ids: Array.from(html.matchAll(/<h\d id="([^"]*)"/g), ([, id]) => id),
		hrefs: Array.from(html.matchAll(/href="#([^"]*)"/g), ([, href = ""]) =>
			decodeURIComponent(href),
		),
	};
}

describe("a link to a heading of its lesson", () => {
	it("leads there, by GitHub's rule", () => {
		const { ids, hrefs } = anchors(
			"[背景](#一背景) [小结](#小结) [API](#api-的-用法) [码](#用-tokenize-切)",
			...["## 一、背景", "## 小结", "## API 的 用法", "## 用 `tokenize` 切"],
		);
		expect(hrefs).toEqual(ids);
		expect(ids).toEqual([
			"h-一背景",
			"h-小结",
			"h-api-的-用法",
			"h-用-tokenize-切",
		]);
	});

	it("leads to the one that it counts, if headings repeat", () => {
		const { ids, hrefs } = anchors(
			"[一](#小结) [二](#小结-1) [三](#小结-2)",
			...["## 小结", "## 小结", "## 小结"],
		);
		expect(hrefs).toEqual(ids);
		expect(new Set(ids).size).toBe(3);
	});

	it("may be written as other tools do", () => {
		const { hrefs } = anchors(
			"[a](#一、背景) [b](#%E4%B8%80%E8%83%8C%E6%99%AF) [c](#_1-1-概述) [d](#1.1-概述)",
			...["## 一、背景", "## 1.1 概述"],
		);
		expect(hrefs).toEqual(["h-一背景", "h-一背景", "h-11-概述", "h-11-概述"]);
	});

	it("may use the name given behind the heading, which does not show", () => {
		const { ids, hrefs } = anchors(
			...["[a](#summary) [b](#小结)", "## 小结 {#summary}"],
		);
		expect([ids, hrefs]).toEqual([["h-summary"], ["h-summary", "h-summary"]]);
		expect(htmlOf("## 小结 {#summary}")).toContain(">小结</h2>");
	});

	it("leaves the page's own addresses", () => {
		expect(anchors("[讨论](#replies)", "## Replies to all").hrefs).toEqual([
			"replies",
		]);
	});

	it("keeps pace with many headings and links of one name", () => {
		const lines = ["## 小结\n".repeat(5_000), "[小结](#小结) ".repeat(5_000)];
		const start = process.cpuUsage();
		anchors(...lines);
		expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
	});
});

describe("in a lesson", () => {
	it("a link to a file that this site does not have is its text", () => {
		const html = htmlOf(
			"[附件](files/a.zip) [课](./02-b.md#x) [外](https://a.example/b) [页](/courses/a)",
		);
		expect(html).toMatch(/^<p>附件 课 <a/);
		expect(html.match(/<a /g)).toHaveLength(2);
	});

	it("a mark for a table of contents gives nothing", () => {
		expect(htmlOf("[TOC]", "", "文。", "", "[[toc]]")).toBe("<p>文。</p>\n");
	});

	it("a heading without letters has no id", () => {
		expect(htmlOf("## ！！")).toBe("<h2>！！</h2>\n");
	});
});

describe("in a reply", () => {
	it("headings have no ids", () => {
		const reply = composeText("## 小结 {#a}", "reply");
		expect(reply.ok && reply.html).not.toContain("id=");
	});
});
