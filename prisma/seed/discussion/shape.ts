import type { TermWords } from "#app/glossary/schema.ts";
import type { Handle } from "#prisma/seed/cast.ts";

/** These people voted, or this many of the cast other than the author. */
type Votes = number | Handle[];

/** A pin by 顾行; `block` is the exact beginning of a lesson block, or null for a pin only in the thread. */
export type SeedPin = {
	kind: "answer" | "term" | "correction" | "remark";
	daysAgo: number;
	shortForm: string;
	block: string | null;
	/** A translation note's term for the glossary. */
	term?: TermWords;
};

/** A reply; all times are days before the day of seeding. */
export type SeedReply = {
	key?: string;
	by: Handle;
	daysAgo: number;
	body: string;
	votes: Votes;
	/** In threads that ask for one. */
	position?: string;
	replies?: SeedReply[];
	edited?: { daysAgo: number; previous: string };
	removed?: { by: Handle; daysAgo: number };
	/** Accepted by the asker, a moment after their last word. */
	accepted?: { daysAgo: number };
	pin?: SeedPin;
	/** The staff word on it. */
	word?: {
		kind: "caveat" | "wrong";
		by: Handle;
		daysAgo: number;
		text: string;
	};
};

/** A thread; kinds `lesson` and `thinking` come with their lesson and have no author or opener. */
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
	/** For questions: who sees them, and the words of a block they are about, with formulas as TeX. */
	isPrivate?: boolean;
	isAnonymous?: boolean;
	passage?: { block: string; quote: string };
	/** For thinking questions. */
	positions?: readonly string[];
	writeFirst?: boolean;
	replies: SeedReply[];
};

/** Markdown in a template: removes the source's tabs, keeps a backslash (TeX), and turns "\`" into a backtick. */
export function markdown({ raw }: TemplateStringsArray): string {
	return raw.join("").replaceAll("\\`", "`").replace(/^\t+/gm, "").trim();
}
