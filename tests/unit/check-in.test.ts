import { expect, it } from "vitest";
import { checksIn, isCheckIn } from "#app/progress/check-in.ts";
import { processorTime } from "#tests/support/processor-time.ts";

it.each([
	"打卡",
	"打卡。",
	"打卡！",
	"打卡～～",
	"  打卡\n",
	"**打卡**",
	"打卡打卡",
	"打卡了",
	"打卡✅",
	"🎉打卡🎉",
	"👩🏽‍💻 打卡",
	"[呲牙]打卡",
	"「打卡」",
	"打卡第3天",
	"打卡第 3 天",
	"打卡，第三天",
	"第十二天打卡",
	"第1讲打卡~",
	"打卡 day 3",
	"打卡day3",
	"Day 12 打卡",
	"DAY12，打卡！",
	"打卡 1/30",
	"2024-03-08 打卡",
	"#3 打卡",
	"今日打卡",
	"每日打卡，坚持",
	"学习打卡",
	"已读打卡",
	"已读",
	"已阅。",
	"读完了",
	"已学完，打卡",
	"打卡，加油！",
	"继续打卡 +1",
	"前来签到",
	"check in",
	"Check-in",
	"checked in today",
	"checking in, day 5",
	"Day 5: check in ✅",
])("%j only checks in", (text) => {
	expect(isCheckIn(text)).toBe(true);
	expect(checksIn(text)).toBe(true);
});

it.each([
	"打卡。今天才明白，涌现说的是尺子。",
	"第1讲打卡~ 用它写过一段代码，比我写得快",
	"今天读得慢，第二节还要再看一遍。打卡",
	"打卡\n\n困惑度和损失是一回事吗？",
	"已读，第三段没有看懂",
	"Day 3 check in. The second figure finally makes sense.",
	"打卡，谢谢老师",
])("%j checks in and says more", (text) => {
	expect(isCheckIn(text)).toBe(false);
	expect(checksIn(text)).toBe(true);
});

it.each([
	"打卡？",
	"打卡有什么用？",
	"为什么这么多人在这里打卡",
	"读完这一课想问一个问题",
	"已读乱回",
	"第三天",
	"加油",
	"12",
	"👍",
	"……",
	"涌现",
	"Please check in the code before you go",
	"我觉得是尺子的问题。",
])("%j does not check in", (text) => {
	expect(isCheckIn(text)).toBe(false);
	expect(checksIn(text)).toBe(false);
});

it("a check takes one pass, however long the text", () => {
	const spent = processorTime(() => {
		for (const text of ["打卡", "1", " ", "已", "来了", "check", "["])
			isCheckIn(text.repeat(30_000 / text.length));
	});
	expect(spent).toBeLessThan(500);
});
