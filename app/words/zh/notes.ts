export const notes = {
	check: "待核对的批注",
	checkHint: "课文或原回复改过之后，这些批注也许不再合适，请逐条看一看。",
	changed: "段落改了",
	gone: "段落已不在课文里",
	edited: "原回复有修改",
	before: "批注时的段落",
	after: "段落改动",
	replyAfter: "回复改动",
	sameWords: "文字没有变，变的是格式或链接。",
	is: { gone: "删去：", new: "添上：" },
	keep: "仍然合适",
	change: "改写或换位置…",
	textChanged: "写下批注之后，这一段改过",
	up: "上移这条批注",
	down: "下移这条批注",
	asked: "问：",
	open: (questions: number, meToo: number) =>
		`${questions} 个提问没有答案${meToo > 0 ? `，${meToo} 人也想知道` : ""}`,
	openMark: (questions: number, meToo: number) =>
		meToo > 0 ? `${questions} 问 · ${meToo} 同问` : `${questions} 问`,
};
