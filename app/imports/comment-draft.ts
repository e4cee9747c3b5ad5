import { dateAlone } from "#app/imports/calendar-date.ts";
import {
	cleanName,
	type Head,
	readCountsAlone,
} from "#app/imports/comment-head.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";

export type Draft = Head & {
	line: SourceLine;
	text: SourceLine[];
	doubt?: SourceLine;
};

/** `gap`: the blank lines before it. */
export type Filled = { line: SourceLine; text: string; gap: number };

const BUTTON =
	/^(?:回复|点赞|赞|展开|收起|举报|分享|展开全文|写留言|最新|最热|最早|置顶|加载更多|查看更多|没有更多了|共\s?\d{1,6}\s?条(?:评论|回复|留言)|reply|like|share|load more|newest|oldest)$/iu;

export function filledLines(lines: SourceLine[]): Filled[] {
	const filled: Filled[] = [];
	let gap = 0;
	for (const line of lines) {
		const text = line.text.trim();
		if (text === "") gap++;
		if (text === "" || BUTTON.test(text)) continue;
		filled.push({ line, text, gap });
		gap = 0;
	}
	return filled;
}

export const named = (line: SourceLine, written = line.text): Draft => ({
	...{ before: undefined, own: undefined, isUnclear: false },
	...{ nickname: cleanName(written), votes: 0, replies: 0, line, text: [] },
});

export function addTo(draft: Draft, { line, gap }: Filled): void {
	const counts = readCountsAlone(line);
	if (counts) {
		draft.votes = counts.votes;
		draft.replies = counts.replies;
		return;
	}
	if (gap > 0 && draft.text.length > 0)
		draft.text.push({ number: line.number, text: "" }, line);
	else draft.text.push(line);
}

export const saysItsDate = (draft: Draft, text: string): boolean =>
	draft.text.length === 0 &&
	draft.own !== undefined &&
	dateAlone(text) === draft.own;
