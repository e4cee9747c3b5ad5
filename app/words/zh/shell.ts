export const shell = {
	site: { name: "研讨", tagline: "读课文，问问题，把值得留下的回答写进页边。" },
	nav: {
		label: "主导航",
		skip: "跳到正文",
		courses: "课程",
		signIn: "登录",
		signUp: "注册",
		signOut: "退出",
		notifications: "通知",
		news: (n: string) => `通知 ${n}，还没看过`,
		settings: "设置",
		account: "我的账号",
		search: "搜索",
		searchCourse: "在这门课里搜索",
	},
	footer: {
		language: "语言",
		theme: "外观",
		themes: { system: "跟随系统", light: "浅色", dark: "深色" },
	},
	time: { justNow: "刚刚" },
	pages: {
		label: "分页",
		first: "第一页",
		previous: "上一页",
		next: "下一页",
		page: (n: number) => `第 ${n} 页`,
	},
	roles: { learner: "学员", assistant: "助教", instructor: "讲师" },
	errorPages: {
		notDone: "这一步没有做成",
		notHere: "这个地址单独打开不起作用，请回到原来的页面，从那里的按钮操作。",
		home: "回到首页",
		notFound: {
			title: "这里没有这一页",
			text: "地址可能写错了，内容也可能已经移走。",
		},
		forbidden: {
			title: "这一步需要别的身份",
			text: "你现在的身份不能这样做。如果觉得不对，请联系课程的讲师。",
		},
		failure: {
			title: "我们这边出了差错",
			text: "不是你的问题，你写下的文字还留在浏览器里。请稍后再试。",
		},
		requestId: (id: string) => `联系我们时请附上编号：${id}`,
		offline: {
			title: "连不上网站",
			text: "可能是网络断了，也可能是网站暂时停了。没有发出的文字保存在这台设备上。",
			retry: "再试一次",
		},
	},
};
