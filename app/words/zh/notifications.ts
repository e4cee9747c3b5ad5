export const notifications = {
	title: "通知",
	empty:
		"还没有通知。你问过的问题有了教师的回答，或教师想请你把它公开，这里会告诉你。",
	unread: "未读",
	readAll: "全部标为已读",
	kinds: {
		answered: "教师回答了你的提问：",
		settled: "另一处的回答也答了你的提问：",
		proposed: "教师想请你把提问公开给全班：",
	},
	older: "更早的通知",
};
