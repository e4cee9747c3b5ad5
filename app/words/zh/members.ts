export const members = {
	title: "成员",
	hint: "第一次回复或点赞的人会自动成为学员。",
	handle: "用户名",
	role: "身份",
	name: "设为",
	since: "加入：",
	change: (name: string) => `${name}的身份`,
	save: "更改",
	empty: "还没有成员。",
	named: (name: string, role: string) =>
		`${name}现在是${role}；此人回答过的提问会在几秒内更新状态。`,
	start: "按名字或用户名的开头查找",
	notFound: "没有这样开头的成员。",
	more: "还有更多。多写几个字，就能缩小范围。",
};
