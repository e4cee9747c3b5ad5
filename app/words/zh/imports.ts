const backed = (added: number, changed: number, unit: string) =>
	[added && `撤下 ${added} ${unit}`, changed && `改回 ${changed} ${unit}`]
		.filter(Boolean)
		.join("、");

export const imports = {
	steps: { choose: "导入课文", preview: "导入预览", done: "导入完成" },
	intro: "先预览，改好思考题，再导入。在那之前，什么都不会写进课程。",
	files: "文件",
	filesDrop: "选择文件，或者拖到这里",
	folder: "或者整个文件夹",
	folderChoose: "选择文件夹",
	folderHint: "次序、目录和课与课之间的链接都按文件夹里的来；图片不会上传。",
	lessonText: "看排好的课文",
	widen: {
		text: (n: number) => `课文补回全角标点（${n} 行）`,
		comments: (n: number) => `留言也补回全角标点（${n} 行）`,
	},
	widenHint: "代码、公式、数字和西文不动。",
	widenLines: "看会改哪些地方",
	widenMore: (n: number) => `还有 ${n} 行`,
	filesHint: (mb: number) =>
		`.txt 是课文文稿，.md 是 Markdown；UTF-8、GBK、Big5、UTF-16 都能读，一次合计不超过 ${mb} MB，可以多选。`,
	pasted: "或者把文稿贴在这里",
	format: "贴入的文稿是",
	formats: { auto: "自动辨认", document: "课文文稿", markdown: "Markdown" },
	formatHint:
		"课文文稿：第一行是标题，一行一段，文末可以有「思考题」一节和原来的评论区。",
	preview: "预览",
	previewing: "正在读文稿…",
	unread: "没有导入",
	pastedName: "贴入的文稿",
	count: (created: number, updated: number, unchanged: number) =>
		[
			created && `新建 ${created} 课`,
			updated && `更新 ${updated} 课`,
			unchanged && `${unchanged} 课没有变化`,
		]
			.filter(Boolean)
			.join("，") || "没有可以导入的课",
	stillOpen: (n: number) => `${n} 课待定，指定之后才能导入。`,
	would: (counts: string) => `如果现在导入：${counts}。`,
	did: (counts: string) => `${counts}。`,
	outcomes: {
		created: "新课",
		updated: "更新",
		unchanged: "没有变化",
		"left out": "不导入",
	},
	replaces: (title: string) =>
		`这份文稿认作「${title}」：导入后换成这里的标题和文字，讨论都留着。`,
	whichLesson: "这是哪一课",
	maybe: (lesson: string) =>
		`看不准。最像的是${lesson}；选它，讨论就接着放在这份文稿下面。`,
	noneLikely: "选定的那一课不能用：它不在课程里，或者另一份文稿已经选了它。",
	choose: "请选择",
	undecided: "待定",
	asNew: "新的一课",
	whichQuestion: (text: string) => `思考题「${text}」是哪一题`,
	maybeQuestion: (title: string) =>
		`看不准。像是改写了原来的「${title}」；选它，原来的讨论就接着放在这一题下面。`,
	asNewQuestion: "新的一题",
	lesson: (place: number | null, title: string) =>
		place === null ? `没有公开的「${title}」` : `第 ${place} 课「${title}」`,
	renew: "重新预览",
	notInDocument: (n: number) => `原文记有 ${n} 条跟评，文稿里没有`,
	blocks: (n: number) => `${n} 段`,
	headings: (n: number) => `${n} 个小标题`,
	formulas: (n: number) => `${n} 个独立公式`,
	votes: (n: number) => `${n} 个赞`,
	problems: (n: number) => `${n} 处请留意`,
	line: (n: number) => `第 ${n} 行`,
	sample: "最前面的回复",
	undated: "没有日期",
	questions: "思考题",
	questionsHint:
		"思考题一行一题，每题会有自己的讨论；如果拆错了，可以在这里改。课程里已有的题，文字不变或只改了说法，就还是原来的讨论；换成另一题，就有新的讨论。",
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
	undoing: {
		act: "撤回…",
		title: "撤回一次导入",
		undone: (name?: string) => (name ? `由${name}撤回于` : "撤回于"),
		wasUndone: "这次导入已经撤回。再导入同样的文稿，新课会回到原来的地址。",
		unrecorded:
			"这次导入撤不回：它早于这项功能，当时没有记下改了哪些内容。不要的课可以在课文页逐课隐藏或移除。",
		effects: "撤回以后",
		sums: {
			came: (lessons: number, questions: number, replies: number) => {
				const along = [
					questions && `${questions} 道思考题`,
					replies && `${replies} 条导入的回复`,
				].filter(Boolean);
				return `撤下 ${lessons} 课${along.length ? `，连同 ${along.join("、")}` : ""}`;
			},
			rewritten: (lessons: number) =>
				`${lessons} 课的标题和课文改回导入以前的样子`,
			questions: (added: number, changed: number) =>
				`原有的课里，思考题${backed(added, changed, "道")}`,
			replies: (added: number, changed: number) =>
				`原有的课里，导入的回复${backed(added, changed, "条")}`,
			nothing: () => "课的来源和次序回到导入以前的样子",
		},
		hint: "撤下的课不再列出，它的地址也不会给别的课；再导入同样的文稿，它就回来。",
		lessons: (n: number) => `这次写到的 ${n} 课`,
		goes: "撤下",
		goesBack: "改回",
		back: "先不撤回",
		submit: "撤回这次导入",
		stays: "现在撤不回",
		staysHint:
			"导入以后，下面这些地方有人写过、选过或改过，撤回会让它们没有着落。不要的课可以在课文页逐课隐藏或移除，讨论都会留着。",
		obstacles: {
			replies: (n: number) => `${n} 条回复`,
			questions: (n: number) => `${n} 个提问或话题`,
			votes: (n: number) => `${n} 个赞`,
			marks: (n: number) => `${n} 处批注、置顶、认可或术语`,
			edits: () => "课文或思考题后来又改过",
			imports: () => "后来又导入过，先撤回那一次",
		},
		more: (n: number) => `另外还有 ${n} 处`,
	},
};
