export const courseForm = {
	name: "课程名称",
	slug: "网址",
	slugHint: "小写字母、数字与连字符，例如 llm-ten-lectures。定下后不再改变。",
	description: "介绍",
	create: "创建课程",
};
