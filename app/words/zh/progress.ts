import { counted } from "#app/platform/counted.ts";

export const progress = {
	postedCheckIn: "已记为打卡，收在上面的打卡里。",
	checkIns: (n: number) => `${counted(n)} 次打卡`,
	latestCheckIns: (shown: number) => `这里是最近的 ${shown} 次。`,
	markRead: "标为读过",
	isRead: "读过",
	unmarkRead: "已标为读过，再点一下取消",
	readHint: "只有你自己看得到。",
};
