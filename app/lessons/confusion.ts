import type { Block } from "#app/lessons/queries.server.ts";

/** Questions that are not answered, and how many more would like to know. */
export type Open = { questions: number; meToo: number };

/** By the id of a block; sections by that of their heading, each with the first block that something is open about. */
export type Confusion = {
	sections: Record<number, Open & { first: number }>;
	blocks: Record<number, Open>;
};

/** With fewer people behind it, a number would speak of somebody in particular. */
export const PEOPLE_MIN = 5;

type Asked = Pick<Block, "id" | "kind" | "open" | "people" | "importedMeToo">;

/** What is open in several blocks, if enough people are behind it. Imported votes are at least those of one question. */
function openIn(blocks: Asked[]): Open | null {
	const people = new Set(blocks.flatMap(({ people }) => people)).size;
	const imported = Math.max(...blocks.map((block) => block.importedMeToo));
	if (people + imported < PEOPLE_MIN) return null;
	const sum = (key: keyof Open) =>
		blocks.reduce((total, { open }) => total + open[key], 0);
	return { questions: sum("questions"), meToo: sum("meToo") };
}

/** Where a class is puzzled: what is open in each block, and from each heading to the next. For staff. */
export function confusionOf(blocks: Asked[]): Confusion {
	const confusion: Confusion = { sections: {}, blocks: {} };
	const sections: Asked[][] = [];
	for (const block of blocks) {
		if (block.kind === "heading") sections.push([]);
		sections.at(-1)?.push(block);
		const open = openIn([block]);
		if (open) confusion.blocks[block.id] = open;
	}
	for (const section of sections) {
		const [heading] = section;
		const open = openIn(section);
		const first = section.find(({ open }) => open.questions > 0);
		if (heading && first && open)
			confusion.sections[heading.id] = { ...open, first: first.id };
	}
	return confusion;
}

const LEVELS = 4;

/** How much is open there beside the place where most is: 1 to 4. */
export function levelOf(open: Open, all: Open[]): number {
	const weight = ({ questions, meToo }: Open) => questions + meToo;
	return Math.ceil((LEVELS * weight(open)) / Math.max(...all.map(weight)));
}
