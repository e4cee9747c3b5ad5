import type { ReadyLesson } from "#app/imports/ready-lesson.server.ts";
import type { Problem } from "#app/imports/problems.ts";

/** What an import says it made, or would make; the shape of `npm run import -- --json`. */
export type Summary = {
	lessons: {
		title: string;
		position: number | null;
		blocks: number;
		headings: number;
		/** Displayed ones. */
		formulas: number;
		thinkingQuestions: string[];
		replies: number;
		importedVotes: number;
		repliesNotInSource: number;
	}[];
	created: number;
	updated: number;
	unchanged: number;
	/** `source` names the file where there are several. */
	problems: (Problem & { source?: string })[];
};

/** The lines of a summary about one lesson. */
export function summarise({ parsed, text }: ReadyLesson): Summary["lessons"][number] {
	const ofKind = (kind: string) => text.blocks.filter((block) => block.kind === kind).length;
	return {
		title: parsed.title,
		position: parsed.position,
		blocks: text.blocks.length,
		headings: ofKind("heading"),
		formulas: ofKind("formula"),
		thinkingQuestions: text.questions,
		replies: parsed.comments.length,
		importedVotes: parsed.comments.reduce((sum, { votes }) => sum + votes, 0),
		repliesNotInSource: parsed.repliesNotInSource,
	};
}
