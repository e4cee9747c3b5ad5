export const publishing = {
	acts: { show: "公开", hide: "隐藏", remove: "移除", restore: "恢复" },
	asDraft: "先存为草稿",
	asDraftHint: "只有教师团队看得到，写好以后再公开。",
	who: "谁看得到这门课",
	whoHint:
		"隐藏或移除以后，课程里的一切都留着，只有教师团队看得到，随时可以恢复。",
};
