import { hasEnumerator, withoutLeadIn } from "#app/imports/lead-in.ts";
import type { ParsedQuestion } from "#app/imports/parsed-lesson.ts";
import { cleanLine, type SourceLine } from "#app/imports/source-lines.ts";

// A web address may hold a question mark.
const SENTENCE_END =
	/https?:\/\/[!-~]*[\w/]|[。！？!?…]+(?!=)|(?<=[\p{L}\p{N}]{3})\.(?=\s)/gu;
const CLOSERS = /^["'”’」』）)》】]+/u;
const FOLLOW_UP =
	/^(?:那?(?:这是)?(?:为什么|为何)(?:会?这样)?|原因是什么|理由是什么|why(?: or why)?(?: not)?)[呢呀]?[?？]+$/iu;
const INVITATION = /^也?(?:欢迎|期待)/u;

const ANSWER =
	/^(?:[-*]\s)?(?:\*\*|【)?(?:参考)?(?:答案|解答|解析|提示|answers?|solutions?|hints?)(?:\*\*|】)?\s?[:：]/iu;

type Sentence = { text: string; start: number; end: number };

function sentencesOf(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	let start = 0;
	const close = (end: number) => {
		sentences.push({ text: text.slice(start, end).trim(), start, end });
		start = end;
	};
	for (const { index, 0: mark } of text.matchAll(SENTENCE_END)) {
		if (mark.startsWith("http")) continue;
		const end = index + mark.length;
		const closers = CLOSERS.exec(text.slice(end, end + 8))?.[0] ?? "";
		// “什么是涌现？”这句话… goes on behind its quotation.
		if (closers === "") close(end);
		else if (text.slice(end + closers.length).trim() === "") close(text.length);
	}
	if (text.slice(start).trim() !== "") close(text.length);
	return sentences;
}

function isQuestion(sentence: string): boolean {
	if (INVITATION.test(sentence)) return false;
	return /[?？]["'”’」』）)》】！!?？…]{0,11}$/u.test(sentence);
}

/** A continuation (a bare "为什么？", an item's second sentence) stays with its question. */
function questionsIn(text: string): string[] {
	const numbered = hasEnumerator(text);
	const spans: { text: string; start: number; end: number }[] = [];
	for (const sentence of sentencesOf(text)) {
		if (!isQuestion(sentence.text)) continue;
		const last = spans.at(-1);
		const bare = withoutLeadIn(sentence.text);
		const goesOn =
			FOLLOW_UP.test(sentence.text) || (numbered && bare === sentence.text);
		if (last && goesOn) {
			last.text += text.slice(last.end, sentence.end);
			last.end = sentence.end;
		} else spans.push({ ...sentence, text: bare });
	}
	return spans.map((span) => cleanLine(span.text));
}

/** Numbered lines and list items are questions too, unless only unnumbered sentences end in question marks. */
export function splitQuestions(lines: SourceLine[]): ParsedQuestion[] {
	const open = lines.filter(({ text }) => !ANSWER.test(text.trim()));
	const read = open.map(({ number, text }) => ({
		line: number,
		asked: questionsIn(text.trim()),
		item: hasEnumerator(text.trim()) && cleanLine(withoutLeadIn(text)),
	}));
	const asking = read.filter(({ asked }) => asked.length > 0);
	const isList = asking.length === 0 || asking.some(({ item }) => item);
	return read.flatMap(({ line, asked, item }) => {
		const texts = asked.length === 0 && isList && item ? [item] : asked;
		return texts.map((text) => ({ text, line }));
	});
}
