export const lessonEditor = {
	title: "课文标题",
	body: "正文",
	bodyHint: "用 Markdown 写，「## 」开头是小节标题，$$…$$ 是公式",
	questionsHint: "一行一题。每题会有自己的讨论。",
	asRead: "读者看到的样子",
	colon: "：",
	hanging: (notes: number, questions: number) =>
		`改动或删去的段落上有 ${[
			notes > 0 && `${notes} 条批注`,
			questions > 0 && `${questions} 个提问`,
		]
			.filter(Boolean)
			.join("、")}，保存后请核对。`,
};
