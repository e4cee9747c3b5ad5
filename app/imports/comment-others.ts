import { dateAlone } from "#app/imports/calendar-date.ts";
import type { Draft } from "#app/imports/comment-draft.ts";
import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";

const NUMBER = /^\d{1,5}$/u;
const FOLLOWER = /^(?!\d+$)[\p{L}\p{N}_.-]{1,12}$/u;
const BULLET = /^[-–—*•·]\s{0,3}(?=[^\s\-*])/u;
const LIKED = /^.{1,40}👍[\u{1F3FB}-\u{1F3FF}\uFE0F]{0,2}$/u;

/** In a comment's words, where another one's may begin: `- NAME 👍`, or a name and a number below it, as pages count answers. */
export function otherIn(draft: Draft): SourceLine | undefined {
	const { line, nickname, text, isCounted } = draft;
	const name = isCounted ? [] : [{ ...line, text: nickname }];
	const filled = [...name, ...text.filter((one) => !isBlank(one))];
	const at = (i: number) => filled[i]?.text.trim() ?? "";
	return filled.find((_, i) => {
		if (at(i + 1) === "" || dateAlone(at(i + 1))) return false;
		const isFollowed = FOLLOWER.test(at(i)) && NUMBER.test(at(i + 1));
		const isBulleted = i > name.length && BULLET.test(at(i));
		const isLiked = isBulleted && LIKED.test(at(i)) && !BULLET.test(at(i - 1));
		return isLiked || (isFollowed && at(i + 2) !== "");
	});
}
