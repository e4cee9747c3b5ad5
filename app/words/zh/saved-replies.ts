import { SAVED_TITLE_MAX } from "#app/saved-replies/policy.ts";

export const savedReplies = {
	title: "常用回复",
	about:
		"教师团队常写的话存在这里，写回复时点「用常用回复」就放进光标处。浏览器不运行脚本时，从这一页复制。",
	empty: "还没有常用回复。写过两遍的话，就值得存一条。",
	add: "添加常用回复",
	edit: "编辑",
	editTitle: "编辑常用回复",
	text: "回复的文字",
	titleHint: `挑选时看到的名字，最多 ${SAVED_TITLE_MAX} 个字。`,
	placeholders: "{name} 会换成你回复的人，{lesson} 会换成第几课",
	remove: "移除",
	removed: (title: string) => `「${title}」已移除。`,
	restore: "放回",
	pick: "放进光标处",
	none: "还没有常用回复。",
	toAll: "全部常用回复",
	noName: "同学",
	noLesson: "这门课",
};
