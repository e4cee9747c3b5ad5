import { LRUCache } from "lru-cache";

type Placed<Block, Question> = {
	byBlock: Map<Block, Question[]>;
	/** Those that the lesson's text does not ask. */
	rest: Question[];
};

/** Which block of a lesson asks each of its thinking questions: the last one that holds its words. */
export function placeQuestions<
	Block extends { id: number; text: string },
	Question extends { title: string },
>(blocks: Block[], questions: Question[]): Placed<number, Question> {
	const texts = blocks
		.map(({ id, text }) => ({ id, text: solid(text) }))
		.toReversed();
	const byBlock = new Map<number, Question[]>();
	const rest: Question[] = [];
	for (const question of questions) {
		const words = solid(question.title);
		const block = words && texts.find(({ text }) => text.includes(words));
		if (block)
			byBlock.set(block.id, [...(byBlock.get(block.id) ?? []), question]);
		else rest.push(question);
	}
	return { byBlock, rest };
}

// Half a millisecond for a lesson, which is read far more often than it changes.
const solids = new LRUCache<string, string>({
	maxSize: 2_000_000,
	sizeCalculation: (letters, text) => 1 + letters.length + text.length,
});

/** Blanks and punctuation differ between a lesson's text and its questions. */
function solid(text: string): string {
	const known = solids.get(text);
	if (known !== undefined) return known;
	const letters = text.replace(/[^\p{L}\p{N}]+/gu, "");
	solids.set(text, letters);
	return letters;
}
