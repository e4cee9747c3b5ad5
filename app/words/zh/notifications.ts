export const notifications = {
	title: "通知",
	empty: "还没有通知。你的提问有了回答，就会出现在这里。",
	unread: "未读",
	readAll: "全部标为已读",
	closed: "你的提问有了回答：",
	older: "更早的通知",
};
