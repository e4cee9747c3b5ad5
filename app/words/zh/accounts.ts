import { counted } from "#app/platform/counted.ts";

export const accounts = {
	signIn: "登录",
	signUp: "注册",
	email: "邮箱",
	password: "密码",
	handle: "用户名",
	handleHint: "3–30 个小写字母、数字、下划线或连字符，用在你的主页地址里。",
	name: "名字",
	nameHint: "别人看到的名字，最多 40 个字。",
	passwordHint: "至少 10 个字符。一句容易记住的话就很好。",
	emailHint: "只用来登录，不会给别人看到。",
	sessionEnded: "登录已过期，刚才那一步没有做成。登录后请再做一次。",
	noAccount: "还没有账号？",
	haveAccount: "已经有账号？",
	since: "加入：",
	replies: "回复",
	replyCount: (n: number) => `${counted(n)} 条回复`,
	votesReceived: (n: number, isLeast: boolean) =>
		`收到 ${n}${isLeast ? "+" : ""} 个赞`,
	noReplies: "还没有回复。",
	ownNoReplies: "你还没有写过回复。去读一课，说说你的想法。",
	older: "更早的回复",
};
