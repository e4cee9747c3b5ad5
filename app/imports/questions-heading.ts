const LENGTH = 60;

/** Marks of Markdown, brackets, pictures of characters or files. */
const ORNAMENTS =
	/!\[[^[\]]{0,60}\]\([^()]{0,60}\)|[#*_`【】「」[\]<>]|\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\u{20E3}/gu;
const NUMBER =
	/^(?:第\s?[0-9一二三四五六七八九十]{1,3}\s?[节章讲课部][分]?|[(（]?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[)）]?|[(（]?[一二三四五六七八九十]{1,3}[)）、.．])\s{0,3}[|｜、.．:：]?\s{0,3}/u;
/** 习题 3-2, Exercise 1.2, 思考题一 */
const NUMBERED =
	/(?<=[题業业])\s?(?:\d{1,2}(?:[.-]\d{1,2}){0,2}|[一二三四五六七八九十]{1,2})$|(?<=[a-z])\s#?\d{1,2}(?:[.-]\d{1,2}){0,2}$/iu;
const COUNT = /\s?[(（][^()（）]{1,8}[)）]\s?$/u;
const ANSWERED = /答案|解答|解析|answer|solution/iu;

const TRADITIONAL = "課後題練習討論結與總業問節講隨複測驗動實踐";
const SIMPLIFIED = "课后题练习讨论结与总业问节讲随复测验动实践";

const SPLIT = /\s{0,2}(?:[与和及、&/+·]|\band\b)\s{0,2}/iu;
const ASKING =
	/^(?:本[课讲节章]|每[课讲节]|今日)?(?:课[后下前程]|本课|章末|随堂|编程|动手)?(?:复习|自我)?(?:思考(?:题|题目|问题|一下)?|自测题?|自测|测验题?|测试题|讨论题|练习题?|习题|作业题?)$|^(?:想一想|练一练|[每一]课一思|每[日课讲]一[题练思]|课堂(?:思考|讨论|练习)|留给你的(?:思考题|问题|作业))$|^(?:(?:thinking|thought|discussion|review|study|reflection|practice|chapter|comprehension|quiz) )?(?:questions?|exercises?)(?: (?:to think about|for (?:thought|discussion|review|reflection)))?$|^(?:discussion|homework|quiz|assignments?|practice problems?|problem set|think about it|check your understanding|food for thought)$/iu;
const BESIDE =
	/^(?:本[课讲节章])?(?:小结|总结|回顾|复习|问题|讨论|实践|动手|summary|review)$/iu;

function plain(heading: string): string {
	const text = heading.normalize("NFC").replaceAll(ORNAMENTS, "").trim();
	return Array.from(
		text.replace(NUMBER, "").replace(COUNT, "").replace(NUMBERED, ""),
	)
		.map((letter) => SIMPLIFIED[TRADITIONAL.indexOf(letter)] ?? letter)
		.join("")
		.replace(/\s?[:：]$/u, "")
		.trim();
}

/** A heading of answers, also of those to the questions. */
export const isAnswersHeading = (text: string): boolean =>
	text.length <= LENGTH && ANSWERED.test(text);

/** 思考题, 五、课后作业, ✏️ 小结与思考, **Exercises:** … */
export function isQuestionsHeading(text: string): boolean {
	if (text.length > LENGTH || isAnswersHeading(text)) return false;
	const words = plain(text).split(SPLIT);
	return (
		words.some((word) => ASKING.test(word)) &&
		words.every((word) => ASKING.test(word) || BESIDE.test(word))
	);
}
