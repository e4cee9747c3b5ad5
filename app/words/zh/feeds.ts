export const feeds = {
	course: (title: string) => `${title}：新讨论和教师团队的回答`,
	lesson: (title: string) => `${title}：新批注和回复`,
	thread: (title: string) => `${title}：新回复`,
	reply: (name: string) => `${name} 的回复`,
	answer: (title: string) => `教师团队的回答：${title}`,
	note: "页边批注",
	votes: (n: number) => `${n} 个赞`,
};
