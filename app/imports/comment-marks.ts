import { dateAlone } from "#app/imports/calendar-date.ts";
import {
	addTo,
	type Draft,
	type Filled,
	filledLines,
	named,
	nameOf,
	saysItsDate,
	takeFacts,
} from "#app/imports/comment-draft.ts";
import { factsAlone, peelName } from "#app/imports/comment-facts.ts";
import { looksLikeName } from "#app/imports/comment-head.ts";
import type { SourceLine } from "#app/imports/source-lines.ts";
import { startsAnswer } from "#app/imports/staff-answers.ts";

const HEADING = /^(#{2,6})\s{1,9}(\S.{0,100})$/u;
const BOLD =
	/^((?:>\s?)?(?:[-*•]\s{1,9})?)(?:\*\*|__)([^*_]{1,40})(?:\*\*|__)(.{0,60})$/u;
const FLOOR = /^(?:第?\d{1,4}\s?[楼樓]|#\d{1,4})[\s:：.、]{1,9}(\S.{0,100})$/u;
const NUMBERED = /^\d{1,3}[.、)）]\s{0,9}(\S.{0,100})$/u;
const SPOKEN = /^[-*•]\s{1,9}([^\s:：][^:：]{0,19})[:：]\s{0,9}(\S.*)$/u;
/** What people begin the points of a list with, and are hardly called. */
const LABEL =
	/^(?:注意?|备注|附注?|补充|总结|小结|结论|概括|[提疑]?问题?|答案?|回答|回复|例如|比如|举例|例子?|原因|理由|结果|背景|目[的标]|现象|[优缺][点势]|[好坏]处|利弊|步骤|方法|方案|办法|解法|建议|思[考路]|想法|感[想受悟]|收获|提示|说明|定义|概念|公式|代码|输[入出]|参[考数]|来源|出处|引用|链接|地址|前提|条件|场景|应用|区别|[相不]同点|其[一二三四]|第?[一二三四五六七八九十\d]{1,3}[点条步]?|首先|其次|再次|然后|最后|另外|此外|同时|即|也就是|p\.?s\.?|todo|[qa]|note|tips?|warning|example|summary|pros|cons|question|answer|input|output|why|what|how)\s?\d{0,2}$/iu;

/** Behind a bold name: a date in brackets and words. */
const SAID = /^(\s?[(（].{1,40}[)）])\s?[:：]\s{0,3}(\S.*)$/u;

type Mark = { style: string; name: string; facts?: string; said?: string };

function markOf({ text, line }: Filled): Mark | null {
	if (startsAnswer(line)) return null;
	const [, hashes, heading = ""] = HEADING.exec(text) ?? [];
	if (hashes) return { style: hashes, name: heading };
	const [, before, bold, rest = ""] = BOLD.exec(text) ?? [];
	if (bold) {
		const style = `${before?.trim()}**`;
		const [, own = rest, said] = SAID.exec(rest) ?? [];
		if (said || /^\s?[:：]?$/u.test(rest) || factsAlone(rest))
			return { style, name: bold, facts: own, said };
	}
	const [, name] = FLOOR.exec(text) ?? [];
	if (name) return { style: "floor", name };
	const [, item] = NUMBERED.exec(text) ?? [];
	if (item && peelName(item).facts.date)
		return { style: "numbered", name: item };
	const [, speaker, said] = SPOKEN.exec(text) ?? [];
	const indent = line.text.search(/\S/u);
	return speaker ? { style: `spoken${indent}`, name: speaker, said } : null;
}

const isLabel = ({ style, name }: Mark): boolean =>
	style.startsWith("spoken") && LABEL.test(name);

function start({ line }: Filled, mark: Mark, next?: Filled): Draft {
	const facts = factsAlone(mark.facts ?? "");
	const draft = named(line, mark.name);
	if (facts) takeFacts(draft, line, facts);
	draft.own ??= facts?.date ?? next?.facts?.date;
	if (mark.said) draft.text.push({ ...line, text: mark.said });
	return draft;
}

const withoutQuote = (text: string) => text.replace(/^>\s?/u, "");

const isDated = ({ own, text }: Draft) =>
	own !== undefined || dateAlone(text.at(-1)?.text ?? "") !== undefined;

const SHORT = 20;

/** As others write the head of a comment, without the mark. */
function isOtherHead({ text, facts }: Filled): boolean {
	const name = nameOf(text);
	const isDatedName = !facts && peelName(text).facts.date !== undefined;
	return isDatedName && name.length <= SHORT && looksLikeName(name);
}

/** Below a comment, with a mark of its own: what its staff or another one says to it. */
function isReply(mark: Mark | null, drafts: Draft[]): boolean {
	const name = mark && !/^[#f]/u.test(mark.style) ? nameOf(mark.name) : "";
	return (
		/^(?:作者|编辑|讲师|老师|助教)$/u.test(name) ||
		drafts.some(({ nickname }) => nickname === name)
	);
}

/** Null where the first line's name has no mark. Where bold or a heading may be a part of the text, one without a date is doubtful. */
export function markedNames(lines: SourceLine[]): Draft[] | null {
	const filled = filledLines(lines);
	const begin = filled[0] && markOf(filled[0]);
	if (!begin) return null;
	const { style } = begin;
	if (isLabel(begin)) return [];
	const drafts: Draft[] = [];
	for (const [i, one] of filled.entries()) {
		const mark = markOf(one);
		const last = drafts.at(-1);
		const text = style.startsWith(">") ? withoutQuote(one.text) : one.line.text;
		if (mark?.style === style && isLabel(mark) && last) last.doubt ??= one.line;
		else if (mark?.style === style && looksLikeName(nameOf(mark.name)))
			drafts.push(start(one, mark, filled[i + 1]));
		else if (last && saysItsDate(last, one.facts?.date ?? text))
			takeFacts(last, one.line, one.facts ?? {});
		else if (last && text.trim() !== "") {
			if (isOtherHead(one) || isReply(mark, drafts)) last.doubt ??= one.line;
			addTo(last, { ...one, line: { ...one.line, text } });
		}
	}
	if (/[*#]$/u.test(style) && drafts.some(isDated))
		for (const draft of drafts.filter((one) => !isDated(one)))
			draft.doubt = draft.line;
	return drafts;
}
