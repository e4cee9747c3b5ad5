import { DOCUMENT_MB } from "#app/imports/limits.ts";

export const reasonText = {
	unreadable: {
		zh: "文件无法打开。",
		en: "The file cannot be opened.",
	},
	tooLarge: {
		zh: `文件超过 ${DOCUMENT_MB} MB，没有导入。`,
		en: `The file is larger than ${DOCUMENT_MB} MB and was left out.`,
	},
	notText: {
		zh: "这不是文本文件。",
		en: "This is not a text file.",
	},
	encodingUnknown: {
		zh: "认不出文件的编码，请另存为 UTF-8。",
		en: "The file's encoding is not known: save it as UTF-8.",
	},
	projectFile: {
		zh: "这多半是项目说明，不是课文，没有导入。要导入它，就单独选它，或者把它列进目录文件。",
		en: "This looks like a description of the project, not a lesson, and was passed over. To bring it in, import it alone or name it in the table of contents.",
	},
	kindUnread: {
		zh: "不读这种文件，里面的内容没有导入。课文可以是 .md、.mdx、.markdown 或 .txt。",
		en: "Files of this kind are not read: nothing of it came in. Lessons are .md, .mdx, .markdown or .txt.",
	},
	linkUnread: {
		zh: "这是指向别处的链接，不跟着读。",
		en: "This is a link to another place and is not followed.",
	},
	indexEmpty: {
		zh: "这个文件夹的首页没有正文，没有导入。",
		en: "The folder's index has no text and was passed over.",
	},
	empty: {
		zh: "文件是空的。",
		en: "The file is empty.",
	},
	titleMissing: {
		zh: "第一行应当是课的标题。",
		en: "The first line should be the title of the lesson.",
	},
	titleGiven: {
		zh: "这一页没有标题，先叫这个名字。",
		en: "This page has no title: it is called this for now.",
	},
	titleUnreadable: {
		zh: "title 不是文字，改用正文的标题或文件名。",
		en: "The title is not text: the heading or the file name stands in for it.",
	},
	titleTooLong: {
		zh: "标题超过 200 个字符。",
		en: "The title is longer than 200 characters.",
	},
	lessonEmpty: {
		zh: "标题下面没有课文。",
		en: "There is no text under the title.",
	},
	formulaUnclosed: {
		zh: "公式的 $$ 没有结束，按普通文字导入。",
		en: "The formula's $$ is not closed: it comes in as plain text.",
	},
	codeUnclosed: {
		zh: "代码块没有结束，按普通文字导入。",
		en: "The code block is not closed: it comes in as plain text.",
	},
	codeWithoutEnd: {
		zh: "代码块没有结束，它下面的文字也成了代码。",
		en: "The code block is not closed: the text below it comes in as code too.",
	},
	questionsMissing: {
		zh: "思考题一节里没有找到问题。",
		en: "No question was found in the section of thinking questions.",
	},
	questionUnreadable: {
		zh: "这一条不是文字，没有作为思考题导入。",
		en: "This entry is not text and was left out of the thinking questions.",
	},
	questionTooLong: {
		zh: "思考题超过 2000 个字符，没有建立讨论。",
		en: "The question is longer than 2,000 characters: no thread is made of it.",
	},
	commentUnclear: {
		zh: "这一行像是一条留言的开头，但格式不完整，按普通文字导入。",
		en: "This line looks like the start of a comment but is incomplete: it comes in as text.",
	},
	commentDoubtful: {
		zh: "看不出一条留言在哪里结束、下一条从哪里开始，这条留言没有导入。",
		en: "It is unclear where one comment ends and the next begins: this one was left out.",
	},
	placeLeft: {
		zh: "这里写着留言人在哪里，地点没有导入。",
		en: "This says where the commenter was: the place was left out.",
	},
	placeUnclear: {
		zh: "这一行可能是留言人的地点，按留言的文字导入。",
		en: "This may be where the commenter was: it comes in as text of the comment.",
	},
	answerAlone: {
		zh: "这条回复所回的留言没有导入，它也没有导入。",
		en: "The comment that this answers was left out, and so was the answer.",
	},
	commentsUnread: {
		zh: "这个标题下面没有认出留言，按课文导入。",
		en: "No comments were recognised under this heading: it comes in as part of the lesson.",
	},
	commentsSuspected: {
		zh: "这里像是留言，但上面没有“精选留言”一类的标题，按课文导入。",
		en: "This looks like comments, but no heading such as Comments stands above: it comes in as part of the lesson.",
	},
	commentsRest: {
		zh: "最后一条留言的日期下面还有文字，看不出是谁写的，从这一行起没有导入。",
		en: "Below the date of the last comment stands text that is nobody's: from this line on it was left out.",
	},
	countUnclear: {
		zh: "点赞数或回复数看不懂，按 0 导入。",
		en: "The votes or replies are not numbers: they come in as 0.",
	},
	nicknameMissing: {
		zh: "留言没有昵称，没有导入。",
		en: "The comment has no nickname and was left out.",
	},
	nicknameTooLong: {
		zh: "昵称超过 100 个字符，这条留言没有导入。",
		en: "The nickname is longer than 100 characters: the comment was left out.",
	},
	commentEmpty: {
		zh: "留言没有内容，没有导入。",
		en: "The comment has no text and was left out.",
	},
	commentTooLong: {
		zh: "留言超过 30000 个字符，没有导入。",
		en: "The comment is longer than 30,000 characters and was left out.",
	},
	dateMissing: {
		zh: "留言没有日期。",
		en: "The comment has no date.",
	},
	dateImpossible: {
		zh: "没有这个日期，留言不带日期导入。",
		en: "There is no such date: the comment comes in without one.",
	},
	dateVague: {
		zh: "日期没有年份，或者只说了“昨天”之类，留言不带日期导入。",
		en: "The date has no year or only says something like “yesterday”: the comment comes in without one.",
	},
	dateStray: {
		zh: "这个日期前面没有留言。",
		en: "There is no comment before this date.",
	},
	frontMatterUnclosed: {
		zh: "文件开头的 --- 或 +++ 没有结束。",
		en: "The front matter's --- or +++ is not closed.",
	},
	frontMatterInvalid: {
		zh: "文件开头的信息无法解析：--- 之间应当是 YAML，+++ 之间应当是 TOML。",
		en: "The front matter cannot be read: between --- stands YAML, between +++ TOML.",
	},
	positionInvalid: {
		zh: "序号应当是数字，position 应当是 0 到 9999 的整数。",
		en: "The order should be a number, the position a whole number from 0 to 9999.",
	},
	positionTaken: {
		zh: "另一个文件已经用了这个序号，这一课不带序号导入。",
		en: "Another file has this position: the lesson comes in without one.",
	},
	lessonDoubtful: {
		zh: "看不准这是哪一课，请指定。",
		en: "It is not clear which lesson this is: please decide.",
	},
	questionDoubtful: {
		zh: "看不准这是新的思考题，还是改写了原来的一题，请指定。",
		en: "It is not clear whether this is a new question or one of the lesson's reworded: please decide.",
	},
	editedHere: {
		zh: "这一课在网页上改过，现在改成文稿里的文字。",
		en: "This lesson was edited in the browser: the document's wording takes its place.",
	},
	lessonTooComplex: {
		zh: "课文超出了排版的限度（长度或时间），按普通文字导入。",
		en: "The lesson is beyond what can be typeset (length or time): it comes in as plain text.",
	},
	lessonPartTooComplex: {
		zh: "课文超出了排版的限度，从这里起排不下的公式和段落保留原文，其余照常排版。",
		en: "The lesson is beyond what can be typeset: formulas and paragraphs over the limit, from this one on, stay as they were written.",
	},
	linkNotImported: {
		zh: "链接的文件不在这门课里，留下的是它的文字。",
		en: "The course has no lesson from the file that this links to: the link's text stays.",
	},
	linkHeadingMissing: {
		zh: "链接的那一课里没有这个小标题，改为链接到那一课。",
		en: "The lesson that this links to has no such heading: it links to the lesson.",
	},
	linkNowhere: {
		zh: "这一课里没有链接所指的小标题。",
		en: "The lesson has no heading that this links to.",
	},
	siteMarkUnread: {
		zh: "这是写给建站工具的标记，读不了，原样留在课文里。",
		en: "This is a mark for a site generator and is not read: it stays in the text as it is.",
	},
	embedUnread: {
		zh: "嵌入的视频、音频、网页或图形没有导入，它的代码作为文字留在课文里。",
		en: "The embedded video, sound, page or drawing was not imported: its code stays in the text.",
	},
	markUnread: {
		zh: "这一行有没读懂的标记，照原样作为文字导入。",
		en: "This line has a mark that is not understood: it comes in as it was typed.",
	},
	mediaLost: {
		zh: "视频、音频和嵌入的网页没有导入，网上的留下链接，其余的只留下标题。",
		en: "Videos, sounds and embedded pages do not come in: what is on the web leaves its link, the rest its title.",
	},
	imageLocal: {
		zh: "图片没有导入，改为它的替代文字。",
		en: "The picture was not imported: its alternative text stands in its place.",
	},
} as const;

export type ProblemReason = keyof typeof reasonText;

export type Problem = { line: number; text: string; reason: ProblemReason };

const EXCERPT_LIMIT = 80;

export function problemAt(
	line: number,
	text: string,
	reason: ProblemReason,
): Problem {
	const excerpt = Array.from(text.trim().slice(0, 2 * EXCERPT_LIMIT));
	return { line, text: excerpt.slice(0, EXCERPT_LIMIT).join(""), reason };
}
