/** Replies that 顾行 and 林 write often. */
export const savedReplies = [
	{
		title: "请先看批注",
		body: "{name}，你好。{lesson}的页边批注里讲过这一点，先看看那一条；如果还有哪一步卡住，把那一步写在下面，我接着讲。",
	},
	{
		title: "请把推导写出来",
		body: "{name}，这个想法值得往下走一步：能不能把你的推导写出来，哪怕只有两三行？写到哪一步走不动，问题就在哪一步。",
	},
];
