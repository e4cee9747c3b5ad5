/** 不经 Remix、由服务器直接给出的页面；不随脚本进浏览器。 */
export const plainPages = {
	tooLarge: {
		title: "内容太大",
		text: (limit: string) =>
			`一次最多提交 ${limit}。请返回上一页，文字还在那里，删短一些再提交。`,
		files: (limit: string) =>
			`一次最多提交 ${limit}。请返回上一页，分几次导入。`,
	},
	otherOrigin: {
		title: "没有接受这次提交",
		text: "它看起来不是从本站的页面发出的。请回到页面上再试一次。",
	},
};
