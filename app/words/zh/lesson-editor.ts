export const lessonEditor = {
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
