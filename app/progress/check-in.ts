import type { ThreadKind } from "#app/platform/prisma/enums.ts";

// A check-in says only that its author was here: 打卡第 3 天, Day 12 打卡, 已读. Every phrase must consist of such words, with
// at least one that checks in. Words are taken off in one pass.

const CHECKS_IN =
	/打卡|签到|报到|checkin|已(?:经)?[读阅学看听]完?|[读学看听]完/u;
const WORDS = new RegExp(
	[
		CHECKS_IN.source,
		"第?[0-9〇零一二两三四五六七八九十百]+[天日课讲章节回次周遍]?",
		"day|lesson|today|done|[天日课讲章节]",
		"今[日天]份?|[每本][日天课讲节章]|这一[课讲节章]|课文|学习|阅读",
		"按时|准时|继续|坚持|完成|成功|加油|一下|前来|[我来了啦咯喽冲+/]",
	].join("|"),
	"gu",
);

const BETWEEN = /[\s,;:.!、。…|·~—-]+/u;
/** Pictures and marks around words. A question mark says something. */
const SILENT =
	/\[[^\]\s]{1,4}\]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|[✓√"'“”‘’「」『』《》()【】*_#>^]/gu;

/** Blanks around numbers, and in “check in”, split no phrases. */
const phrasesOf = (text: string) =>
	text
		.normalize("NFKC")
		.toLowerCase()
		.replace(SILENT, "")
		.replace(/\s+/g, " ")
		.replace(/check(?:ed|ing)?[ -]?in\b/g, "checkin")
		.replace(/ ?([0-9]+) ?/g, "$1")
		.split(BETWEEN)
		.filter((phrase) => phrase !== "");

const isEmptyTalk = (phrase: string) => phrase.replace(WORDS, "") === "";

export function isCheckIn(text: string): boolean {
	const phrases = phrasesOf(text);
	return (
		phrases.every(isEmptyTalk) &&
		phrases.some((phrase) => CHECKS_IN.test(phrase))
	);
}

/** With its first or last phrase, whatever else it says. */
export function checksIn(text: string): boolean {
	const phrases = phrasesOf(text);
	return [phrases.at(0), phrases.at(-1)].some(
		(phrase) =>
			phrase !== undefined && isEmptyTalk(phrase) && CHECKS_IN.test(phrase),
	);
}

/** Call it before the transaction. */
export const readCheckIn = (text: string) => ({
	isAll: isCheckIn(text),
	isPart: checksIn(text),
});

/** What a reply checks in to: the lesson that it marks as read by its author. */
export function checkInIn(
	thread: { kind: ThreadKind; lessonId: number | null },
	{
		checkIn,
		rootId,
		position,
	}: {
		rootId: number | null;
		position: string | null;
		checkIn: ReturnType<typeof readCheckIn>;
	},
): { isCheckIn: boolean; readsLesson: number | null } {
	const isOfLesson = thread.kind === "lesson" || thread.kind === "thinking";
	const isTop = rootId === null && position === null;
	return {
		isCheckIn: isOfLesson && isTop && checkIn.isAll,
		readsLesson: isOfLesson && checkIn.isPart ? thread.lessonId : null,
	};
}
