export const desk = {
	title: "答疑台",
	queue: "等人回答",
	queueEmpty: "没有等着回答的提问。可以喝杯茶。",
	since: "开始等待：",
	claimedByYou: "你正在回答",
	candidates: "回复里可能藏着的提问",
	candidatesHint:
		"按问号和「请问」之类的字眼挑出来的，要不要单独成问由你决定。",
	candidatesEmpty: "没有找到。",
	noQuestion: "不是提问",
};
