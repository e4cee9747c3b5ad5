export const imports = {
	steps: { choose: "导入课文", preview: "导入之前看一看", done: "导入完成" },
	intro: "先看预览，改好思考题，再导入。在那之前，什么都不会写进课程。",
	files: "选择文件",
	filesHint: (mb: number) =>
		`.txt 是课文文稿，.md 是 Markdown；UTF-8、GBK、UTF-16 都能读，一次合计不超过 ${mb} MB，可以多选。`,
	pasted: "或者把文稿贴在这里",
	format: "贴入的文稿是",
	formats: { document: "课文文稿", markdown: "Markdown" },
	formatHint:
		"课文文稿：第一行是标题，一行一段，文末可以有「思考题」一节和原来的评论区。",
	preview: "看预览",
	previewing: "正在读文稿…",
	unread: "没有读出来",
	pastedName: "贴入的文稿",
	count: (created: number, updated: number, unchanged: number) =>
		[
			created && `新建 ${created} 课`,
			updated && `更新 ${updated} 课`,
			unchanged && `${unchanged} 课没有变化`,
		]
			.filter(Boolean)
			.join("，") || "没有可以导入的课",
	would: (counts: string) => `如果现在导入：${counts}。`,
	did: (counts: string) => `${counts}。`,
	outcomes: {
		created: "新课",
		updated: "更新",
		unchanged: "没有变化",
		"left out": "不导入",
	},
	replaces: (title: string) =>
		`课程里同一序号的课现在是「${title}」，导入后会换成这份文稿。`,
	blocks: (n: number) => `${n} 段`,
	headings: (n: number) => `${n} 个小标题`,
	formulas: (n: number) => `${n} 个公式`,
	votes: (n: number) => `${n} 个赞`,
	problems: (n: number) => `${n} 处请留意`,
	line: (n: number) => `第 ${n} 行`,
	sample: "最前面的回复",
	undated: "没有日期",
	questions: "思考题",
	questionsHint:
		"思考题一行一题，每题会有自己的讨论；如果拆错了，可以在这里改。课程里已有的题，文字不变就还是原来的讨论；题数不变时，改了字也按次序算作同一题。",
	reworded: "这些题改了文字，接着用原来的讨论",
	now: "现在",
	afterwards: "导入后",
	present: "这一课现在的思考题（没有留在上面的会标为已不在课文里）",
	submit: "导入",
	importing: "正在导入…",
	again: "重新选择",
	toCourse: "去课程页看看",
	more: "继续导入",
	last: "最近的导入",
	none: "还没有导入过。选一个文件，或者贴一篇文稿试试。",
	commandLine: "命令行",
	lessons: (n: number) => `${n} 课`,
};
