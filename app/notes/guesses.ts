import { plainText } from "#app/markdown/plain-text.ts";
import type { NoteKind, ThreadKind } from "#app/platform/prisma/enums.ts";

const OF_WORDS = /译[名作为成]|翻译|又译|translat/i;
const MENDS = /勘误|更正|订正|笔误|写错|印错|应为|erratum|typo/i;

export function guessKind(text: string, thread: ThreadKind): NoteKind {
	if (MENDS.test(text)) return "correction";
	if (OF_WORDS.test(text)) return "term";
	return thread === "question" ? "answer" : "remark";
}

const OPEN = "<blockquote>";
/** Fewer characters stand in too many places. */
const QUOTED_MIN = 6;

/** The block that a reply's first quotation is taken from. */
export function quotedBlock(
	html: string,
	blocks: readonly { id: number; text: string }[],
): number | null {
	const start = html.indexOf(OPEN);
	const end = html.indexOf("</blockquote>", start);
	if (start < 0 || end < 0) return null;
	const quote = solid(plainText(html.slice(start + OPEN.length, end)));
	if (quote.length < QUOTED_MIN) return null;
	const holds = ({ text }: { text: string }) => solid(text).includes(quote);
	return blocks.find(holds)?.id ?? null;
}

const solid = (text: string) => text.replace(/\s+/g, "");
