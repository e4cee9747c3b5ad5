import type { Block } from "#app/lessons/queries.server.ts";

/** Unanswered questions, and their "me too". */
export type Open = { questions: number; meToo: number };

/** By block id; a section by its heading's, with its first block that has open questions. */
export type Confusion = {
	sections: Record<number, Open & { first: number }>;
	blocks: Record<number, Open>;
};

/** With fewer people, a number would point at somebody. */
export const PEOPLE_MIN = 5;

type Asked = Pick<Block, "id" | "kind" | "open" | "people" | "importedMeToo">;

/** Null below PEOPLE_MIN. Imported voters are unknown: at least the most of one question count. */
function openIn(blocks: Asked[]): Open | null {
	const people = new Set(blocks.flatMap(({ people }) => people)).size;
	const imported = Math.max(...blocks.map((block) => block.importedMeToo));
	if (people + imported < PEOPLE_MIN) return null;
	const sum = (key: keyof Open) =>
		blocks.reduce((total, { open }) => total + open[key], 0);
	return { questions: sum("questions"), meToo: sum("meToo") };
}

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

/** 1 to 4, relative to the most open place. */
export function levelOf(open: Open, all: Open[]): number {
	const weight = ({ questions, meToo }: Open) => questions + meToo;
	return Math.ceil((LEVELS * weight(open)) / Math.max(...all.map(weight)));
}
