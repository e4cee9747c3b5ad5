/*
 * A check-in says that its author was here: 打卡, 打卡第 3 天, Day 12 打卡, 已读. A text is cut into phrases; where every
 * phrase is a check-in or goes along with one (the day, a cheer) it is no more than that.
 */

const DAY =
	"(?:第?[0-9〇零一二两三四五六七八九十百]+[天日课讲章节回次周遍]?|day[0-9]+|d[0-9]+|lesson[0-9]+|#[0-9]+|[0-9]+[/.-][0-9]+(?:[/.-][0-9]+)?)";
const ALONG =
	"(?:已|已经|今日|今天|每日|每天|我|来|来了|前来|按时|准时|继续|坚持|学习|阅读|课文|本课|本讲|本节|这一课|这一讲|完成|成功|一下|了|啦|咯|喽|哈|啊|加油|冲|today|done|for|my|the|[+]1|i'm|am|here)";
const WORD = "(?:打卡|签到|报到|checkin|checkedin|checkingin)";
const READ =
	"(?:已读|已阅|已学|读完|学完|看完|听完|已读完|已学完|已看完|已听完)";

const CHECK_IN = new RegExp(`^(?:${DAY}|${ALONG}|${READ})*(?:${WORD}|${READ})(?:${DAY}|${ALONG}|${WORD}|${READ})*$`);
const GOES_ALONG = new RegExp(`^(?:${DAY}|${ALONG})+$`);

/** Blanks and marks inside a phrase say nothing; a question mark does, and stays. */
const SILENT = /[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f"'“”‘’「」『』《》()[\]【】*_`>^~-]+/gu;
const BETWEEN = /[\n,;:.!、。…|·]+|——+/u;

/** The phrases of a text, each without what says nothing. `3.14` and `1/30` stay whole. */
const phrasesOf = (text: string) =>
	text
		.normalize("NFKC")
		.toLowerCase()
		.split(BETWEEN)
		.map((phrase) => phrase.replace(SILENT, ""))
		.filter((phrase) => phrase !== "");

/** Whether a text only checks in. */
export function isCheckIn(text: string): boolean {
	const phrases = phrasesOf(text);
	return (
		phrases.some((phrase) => CHECK_IN.test(phrase)) &&
		phrases.every((phrase) => CHECK_IN.test(phrase) || GOES_ALONG.test(phrase))
	);
}

/** Whether a text checks in, at its beginning or at its end, whatever else it says. */
export function checksIn(text: string): boolean {
	const phrases = phrasesOf(text);
	return [phrases[0], phrases.at(-1)].some(
		(phrase) => phrase !== undefined && CHECK_IN.test(phrase),
	);
}
