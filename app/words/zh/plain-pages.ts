/** 不经 Remix、由服务器直接给出的页面；不随脚本进浏览器。 */
export const plainPages = {
	tooLarge: {
		title: "内容太大",
		text: (limit: string) =>
			`一次最多提交 ${limit}。请返回上一页，文字还在那里，删短一些再提交。`,
		inForm: (limit: string) =>
			`一次最多提交 ${limit}，所以没有收下。你写的都在下面，删短一些再发。`,
		files: (limit: string) =>
			`一次最多提交 ${limit}。请返回上一页，分几次导入。`,
		fields: (limit: number) =>
			`一次最多提交 ${limit} 个栏目。请返回上一页，分几次提交。`,
	},
	tooOften: {
		title: "长文字提交得有点多",
		text: (minutes: number) =>
			`请等 ${minutes} 分钟再提交。返回上一页，文字还在那里。`,
	},
	signedOut: {
		title: "登录已过期",
		text: "这么长的文字要登录之后才能提交。请返回上一页，文字还在那里；在新标签页登录，再回来提交。",
	},
	otherOrigin: {
		title: "没有接受这次提交",
		text: "它看起来不是从本站的页面发出的。请回到页面上再试一次。",
	},
	unavailable: {
		title: "网站这会儿暂时用不了",
		text: "几秒之后请再试一次。",
		notTaken: "没有收下这次提交。你写的都还在，过几秒可以再发一次。",
		again: "再试一次",
		sendAgain: "再发一次",
		password: "密码",
		old: (time: string) =>
			`网站这会儿取不到新的内容，这是 ${time} 的页面。登录、回复和投票，要等它恢复。`,
	},
};
