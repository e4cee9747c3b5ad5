import type { Handle } from "#prisma/seed/cast.ts";
import type { SeedReply } from "#prisma/seed/discussion/shape.ts";

const checkIn = (by: Handle, daysAgo: number, body: string): SeedReply => ({
	by,
	daysAgo,
	body,
	votes: 0,
});

/** Check-ins, lesson by lesson. */
export const checkIns: Record<1 | 2 | 3, SeedReply[]> = {
	1: [
		checkIn("zhouwang", 37.2, "打卡，第一课读完了。"),
		checkIn("maya", 33.4, "Day 1, check in ✅"),
		checkIn("duruo", 30.5, "打卡"),
		checkIn("shenyiwei", 25.1, "第 1 天打卡"),
	],
	2: [
		checkIn("duruo", 23.6, "打卡第二课。"),
		checkIn("maya", 20.2, "Day 2, check in ✅"),
	],
	3: [
		checkIn("shenyiwei", 5.2, "已读打卡"),
		checkIn("duruo", 3.3, "打卡第 3 天，坚持。"),
	],
};
