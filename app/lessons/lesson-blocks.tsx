import { Fragment, type ReactNode } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import { MarginNotes, type NoteOnPage } from "#app/notes/margin-notes.tsx";
import type { BlockKind } from "#app/platform/prisma/enums.ts";

export type BlockOnPage = {
	id: number;
	kind: BlockKind;
	level: number | null;
	/** Of headings only. */
	text: string;
	html: string | undefined;
	/** Questions about it that the viewer may see. */
	asked: number;
};

type Props = {
	blocks: BlockOnPage[];
	notes: NoteOnPage[];
	coursePath: string;
	/** Whether the viewer orders the notes of a block. */
	canOrder: boolean;
	/** What stands below each block. */
	below: (block: BlockOnPage) => ReactNode;
};

/** A block with notes, and the blocks after it up to the next such block: as far down as its notes may reach. */
type Stretch = {
	noted: BlockOnPage | null;
	notes: NoteOnPage[];
	rest: BlockOnPage[];
};

function stretches(blocks: BlockOnPage[], notes: NoteOnPage[]): Stretch[] {
	const all: Stretch[] = [{ noted: null, notes: [], rest: [] }];
	for (const block of blocks) {
		const own = notes.filter(({ blockId }) => blockId === block.id);
		if (own.length) all.push({ noted: block, notes: own, rest: [] });
		else all.at(-1)?.rest.push(block);
	}
	return all;
}

/** The text of a lesson, block by block, each followed by its notes: in the margin or, where that is narrow, below it. */
export function LessonBlocks({
	blocks,
	notes,
	coursePath,
	canOrder,
	below,
}: Props) {
	const show = (block: BlockOnPage) => (
		<Fragment key={block.id}>
			<Prose id={`block-${block.id}`} html={block.html} className="block" />
			{below(block)}
		</Fragment>
	);
	return (
		<div className="text prose">
			{stretches(blocks, notes).map(({ noted, notes: own, rest }) =>
				noted ? (
					<div key={noted.id} className="stretch">
						<div>{show(noted)}</div>
						<MarginNotes
							notes={own}
							coursePath={coursePath}
							canOrder={canOrder}
						/>
						{rest.length > 0 && <div>{rest.map(show)}</div>}
					</div>
				) : (
					rest.map(show)
				),
			)}
		</div>
	);
}
