import { describe, expect, it } from "vitest";
import {
	numberInName,
	splitName,
	splitTitle,
} from "#app/imports/numbered-title.ts";

describe("the number of a title line", () => {
	it.each([
		["01 注意力从哪里来", 1, "注意力从哪里来"],
		["12 大模型的记忆", 12, "大模型的记忆"],
		["03 | 词元与词表", 3, "词元与词表"],
		["03｜词元与词表", 3, "词元与词表"],
		["０３｜词元与词表", 3, "词元与词表"],
		["4. 提示词", 4, "提示词"],
		["4、提示词", 4, "提示词"],
		["第3课 训练", 3, "训练"],
		["第３课：训练", 3, "训练"],
		["第三讲｜训练", 3, "训练"],
		["第十二章 训练", 12, "训练"],
		["第二十节 训练", 20, "训练"],
		["第一百零三讲：训练", 103, "训练"],
		["第3章注意力", 3, "注意力"],
		["第2单元 训练", 2, "训练"],
		["01-2023年回顾", 1, "2023年回顾"],
		["Lesson 4: Attention", 4, "Attention"],
		["Lesson 4：Attention", 4, "Attention"],
		["chapter 10 Attention", 10, "Attention"],
		["00 开篇词", 0, "开篇词"],
		["01 | 2023 年回顾", 1, "2023 年回顾"],
		["第二部分——训练", 2, "训练"],
		["03 -- 训练", 3, "训练"],
		["第12课时 训练", 12, "训练"],
		["10讲采样", 10, "采样"],
		["12 课 采样", 12, "采样"],
		["3章｜采样", 3, "采样"],
		["1 课程介绍", 1, "课程介绍"],
		["Module 3 - Training", 3, "Training"],
	])("is read in %s", (line, position, title) => {
		expect(splitTitle(line)).toEqual({ position, title });
	});

	it.each([
		"注意力从哪里来",
		"3 个常见误区",
		"5 分钟看懂注意力",
		"3.5 版有什么不同",
		"3D 建模",
		"2023 年回顾",
		"1:1 复刻",
		"第3课时安排",
		"GPT-4 与它的前辈",
		...["4讲义", "10讲解码器", "3课堂练习", "2章节安排", "4节点集群"],
		...["10讲搞懂大模型", "10 讲带你入门", "3 节课学完", "30天计划"],
	])("is absent in %s", (title) => {
		expect(splitTitle(title)).toEqual({ position: null, title });
	});

	it("stays in the title if the line has nothing else", () => {
		expect(splitTitle("第3课")).toEqual({ position: 3, title: "第3课" });
	});

	it("leaves a title without control and direction characters", () => {
		expect(splitTitle("01\t涌\u202e现\u0007")).toEqual({
			position: 1,
			title: "涌现",
		});
	});
});

describe("the number of a file name", () => {
	it.each([
		["05-attention", 5],
		["05_attention", 5],
		["05.attention", 5],
		["01开头", 1],
		["０５｜注意力", 5],
		["12（上）", 12],
		["第十二讲_注意力", 12],
		["第二十一章注意力", 21],
		["lesson-12", 12],
		["Chapter 3 Attention", 3],
		["ch02_注意力", 2],
		["01-2023年回顾", 1],
		["7", 7],
		...[
			["10讲采样", 10],
			["（一）开头", 1],
			["(12) 开头", 12],
			["【03】开头", 3],
			["十二、开头", 12],
			["05-3D打印", 5],
			["Task03 环境", 3],
		],
	] as const)("is read in %s", (name, number) => {
		expect(numberInName(name)).toBe(number);
	});

	it.each([
		["05_注意力，再看", "注意力，再看"],
		["ch02_self_attention", "self_attention"],
		["（一）开头", "开头"],
		["01开头", "开头"],
		["lesson-12", "lesson-12"],
		["12（上）", "12（上）"],
		["02下", "02下"],
		["self_attention", "self_attention"],
	])("is no part of the title in %s", (name, title) => {
		expect(splitName(name).title).toBe(title);
	});

	it.each([
		...["2023-总结", "2023", "20240607-笔记", "2024-06-07-注意力"],
		...["加餐-6个月过去了", "GPT-4读后感", "附录-2023年回顾", "从0到1之后"],
		...["1.2-小节", "2-3-小节", "3D打印", "6个月过去了", "3 个误区"],
		...["chapter2_1", "ch2-3-训练", "1_2_概述", "一带一路", "10讲义"],
		...["第3课时安排", "part-time", "ch", "notes-12", "a1"],
	])("is absent in %s", (name) => {
		expect(numberInName(name)).toBeNull();
	});
});
