import type { TermWords } from "#app/glossary/schema.ts";
import type { Handle } from "#prisma/seed/cast.ts";

/** Who voted: these people, or that many of the cast other than the author. */
type Votes = number | Handle[];

/** A pin as 顾行 set it; `block` is the exact beginning of a lesson block, or null for a pin of the thread alone. */
export type SeedPin = {
	kind: "answer" | "term" | "correction" | "remark";
	daysAgo: number;
	shortForm: string;
	block: string | null;
	/** What a translation note enters into the glossary. */
	term?: TermWords;
};

/** A reply; all times are days before the day of seeding. */
export type SeedReply = {
	key?: string;
	by: Handle;
	daysAgo: number;
	body: string;
	votes: Votes;
	/** In a thread that asks for one. */
	position?: string;
	replies?: SeedReply[];
	edited?: { daysAgo: number; previous: string };
	removed?: { by: Handle; daysAgo: number };
	/** By whoever asked the question, a moment after their last word. */
	accepted?: { daysAgo: number };
	pin?: SeedPin;
	/** What staff say of it. */
	word?: {
		kind: "caveat" | "wrong";
		by: Handle;
		daysAgo: number;
		text: string;
	};
};

/** A thread; those of kind `lesson` and `thinking` come with their lesson and have neither author nor opener. */
export type SeedThread = {
	lesson: 1 | 2 | 3 | null;
	kind: "lesson" | "thinking" | "question" | "topic" | "announcement";
	/** For `thinking`: which question of the lesson, from 1. */
	question?: number;
	title?: string;
	body?: string;
	by?: Handle;
	daysAgo?: number;
	votes?: Votes;
	locked?: boolean;
	/** Of questions: who sees them, and the words of a block that they are about, its formulas as TeX. */
	isPrivate?: boolean;
	isAnonymous?: boolean;
	passage?: { block: string; quote: string };
	/** Of thinking questions. */
	positions?: readonly string[];
	writeFirst?: boolean;
	replies: SeedReply[];
};

/** Markdown typed in a template: the source's tabs are taken off, a backslash stays one (TeX), "\`" is a backtick. */
export function markdown({ raw }: TemplateStringsArray): string {
	return raw.join("").replaceAll("\\`", "`").replace(/^\t+/gm, "").trim();
}
