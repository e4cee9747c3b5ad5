import {
	BIO_MAX,
	NAME_MAX,
	PASSWORD_MAX,
	PASSWORD_MIN,
} from "#app/accounts/policy.ts";
import { TITLE_MAX } from "#app/courses/policy.ts";
import { MEANING_MAX, OTHERS_MAX, WORD_MAX } from "#app/glossary/policy.ts";
import {
	LESSON_MAX,
	QUESTION_MAX,
	QUESTIONS_MAX,
} from "#app/lessons/limits.ts";
import { PINS_PER_THREAD, SHORT_FORM_MAX } from "#app/notes/policy.ts";
import { SAVED_TITLE_MAX } from "#app/saved-replies/policy.ts";
import {
	POSITION_MAX,
	POSITIONS_MAX,
	POSITIONS_MIN,
} from "#app/thinking/policy.ts";
import { BODY_MAX } from "#app/threads/policy.ts";

export const forms = {
	forms: {
		cancel: "取消",
		save: "保存",
		preview: "预览",
		previewing: "预览中…",
		sending: "发送中…",
		theirs: "现在的文字",
		draftKept: "草稿已保存在这台设备上",
		draftBack: "这是你上次没有发出的文字。",
		discardDraft: "丢弃草稿",
		markdownHint: "支持 Markdown 与 $公式$",
		keysHint: "（Ctrl 或 ⌘ 加回车提交）",
		signInBeside: "在新标签页登录",
		textKept: (reason: string) => `${reason}你的文字还在这里。`,
	},
	/** 字段旁的一句话：说清哪里不对，怎样才对。 */
	errors: {
		nameEmpty: "请写一个名字。",
		nameLong: `名字最多 ${NAME_MAX} 个字。`,
		nameInvisible: "名字里有看不见的字符，请重新输入。",
		nameOfStaff: "这个名字和一位老师的太像了，请换一个。",
		emailWrong: "请填写完整的邮箱地址，例如 name@example.com。",
		emailTaken: "这个邮箱已经注册过，可以直接登录。",
		handleWrong: "用户名为 3–30 个小写字母、数字、下划线或连字符。",
		handleTaken: "这个用户名已经有人用了，请换一个。",
		handleUnknown: "没有这个用户名。",
		passwordEmpty: "请输入密码。",
		passwordShort: `密码至少 ${PASSWORD_MIN} 个字符。`,
		passwordLong: `密码最多 ${PASSWORD_MAX} 个字符。`,
		passwordWrong: "当前密码不对。",
		signInWrong: "邮箱或密码不对。",
		bioLong: `简介最多 ${BIO_MAX} 个字。`,
		zoneUnknown: "请从列表里选一个时区。",
		bodyEmpty: "还没有写内容。",
		bodyLong: `最多 ${BODY_MAX} 个字，请删短一些。`,
		titleEmpty: "请写一个标题。",
		titleLong: `标题最多 ${TITLE_MAX} 个字。`,
		placeholderUnknown:
			"只有 {name} 和 {lesson} 会换成别的字；要照写的放进 `…` 里。不认识：",
		savedTitleLong: `名字最多 ${SAVED_TITLE_MAX} 个字。`,
		slugWrong: "地址为 1–60 个小写字母、数字或连字符，以字母或数字开头。",
		slugTaken: "已经有课程用了这个地址，请换一个。",
		descriptionLong: `介绍最多 ${BIO_MAX} 个字。`,
		lessonLong: `课文最多 ${LESSON_MAX} 个字。`,
		questionLong: `每道思考题最多 ${QUESTION_MAX} 个字。`,
		questionsMany: `一课最多 ${QUESTIONS_MAX} 道思考题。`,
		kindUnknown: "请选一个种类。",
		kindForbidden: "公告由教师团队发布，请换一个种类。",
		blockUnchosen: "请另选一段；不再放进课文的，选「不放进课文」。",
		lessonUnknown: "没有这一课。",
		shortFormLong: `页边文字最多 ${SHORT_FORM_MAX} 个字。`,
		sourceEmpty: "请写原词。",
		renderingEmpty: "请写首选译法。",
		wordLong: `每个词最多 ${WORD_MAX} 个字。`,
		renderingsMany: `其他译法最多 ${OTHERS_MAX} 个。`,
		meaningLong: `释义最多 ${MEANING_MAX} 个字。`,
		wordTaken: "术语表里另一个术语已经用了这个词。",
		positionUnknown: "请从列出的看法里选一个。",
		positionsFew: `请至少写 ${POSITIONS_MIN} 种看法，一行一种。`,
		positionsMany: `最多 ${POSITIONS_MAX} 种看法。`,
		positionLong: `每种看法最多 ${POSITION_MAX} 个字。`,
		sentenceEmpty: "请写一句话。",
		sentenceLong: "最多 300 个字。",
		nothingTicked: "请至少勾选一个提问。",
		roleUnknown: "请选一个身份。",
		formBroken: "表单不完整，请刷新页面后再试一次。",
		fileMissing: "请选一个文件，或把文稿贴进来。",
		fileUnreadable: "没有读出课文，原因写在下面。",
		render_formulas: "公式太多了，一次最多 200 个。",
		render_html: "排版之后太长了，请拆成几段发。",
		render_time: "这段文字排版太费时间，请简化其中的格式。",
		render_nesting: "嵌套太深，最多 50 层。",
		render_memory: "这段文字排版太费内存，请简化其中的格式。",
	},
	/** 规矩在此期间变了：说清发生了什么，文字还在。 */
	refusals: {
		threadLocked: "讨论刚刚锁定，暂时不能回复、修改或投票。",
		threadRemoved: "讨论刚刚被移除。",
		replyRemoved: "这条回复刚刚被移除。",
		replyPromoted: "这条回复刚刚单独成问，请到那里继续。",
		staleEdit:
			"你编辑的时候，文字已被另一次修改更新。请对照下面的现有文字，改好后再保存一次。",
		tooManyPins: `一个讨论最多置顶 ${PINS_PER_THREAD} 条回复，请先取消一条。`,
		blockGone: "选中的段落已不在课文里，请重新选择。",
		noteGone: "这条批注已不在课文里。",
		termRemoved: "这个术语刚刚移出了术语表。你的文字还在这里。",
		termTaken: "另一个术语用了它的词，先改那一个，再放回来。",
		claimed: "有同事已经在回答这个提问了。",
		answerClosed: "这个提问自己已由别处的回答一并答了，请从那条回答开始。",
		lastInstructor: "课程至少要有一位讲师。",
		lessonsChanged: "课程的目录刚刚变了，请再排一次。",
		signedOut: "登录已过期。你的文字还在这里，登录后可以接着发。",
		tooLarge: "内容太大，没有发出去。文字还在这里，删短一些再发。",
		otherOrigin: "没有接受这次提交：它看起来不是从本站的页面发出的。",
		offline: "没有送到：网络断了，或者网站暂时连不上。",
		tooFast: (seconds: number) =>
			seconds < 90
				? `有点快了，请等 ${seconds} 秒再试。`
				: `次数用完了，请等 ${Math.ceil(seconds / 60)} 分钟再试。`,
	},
};
