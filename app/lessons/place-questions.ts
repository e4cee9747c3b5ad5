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

/** Blanks and punctuation differ between a lesson's text and its questions. */
const solid = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
