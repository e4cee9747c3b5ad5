export const asking = {
	hints: {
		question: "提一个想得到回答的问题。",
		topic: "和大家聊聊。",
		announcement: "教师团队告知全课。",
	},
	lesson: "关于哪一课",
	noLesson: "不限某一课",
	optionalText: "补充说明（可不写）",
	also: "还可以改：谁看得到、哪一课、种类",
	who: "还可以改：谁看得到",
	standing: {
		title: "这一段已有的批注和提问",
		more: (n: number, hasMore: boolean) => (hasMore ? "更多" : `还有 ${n} 条`),
		note: "看批注",
		all: "这一段的全部提问",
	},
	orders: {
		label: "排列次序",
		wanted: "按也想知道",
		place: "按课文",
		inPlace: "按在课文里的先后，不在某一段的排在那一课之后",
	},
	afterwards: {
		ask: "登录或注册之后，就这段文字提问",
		reply: (title: string) => `登录或注册之后，回复「${title}」`,
		vote: (title: string) => `登录或注册之后，回到「${title}」点赞`,
		meToo: (title: string) => `登录或注册之后，说一声你也想知道「${title}」`,
	},
	newHere: "第一次来？",
	signUpFirst: "先注册",
	back: "，之后就回到这里。",
};
