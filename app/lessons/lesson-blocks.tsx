import { Fragment } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import { MarginNotes } from "#app/notes/margin-notes.tsx";
import type { Note } from "#app/notes/queries.server.ts";
import type { BlockKind } from "#app/platform/prisma/enums.ts";

export type BlockOnPage = {
	id: number;
	kind: BlockKind;
	level: number | null;
	/** Of headings only. */
	text: string;
	html: string | undefined;
};

type Props = { blocks: BlockOnPage[]; notes: Note[]; coursePath: string };

/** The text of a lesson, block by block, each followed by its notes: in the margin or, where that is narrow, below it. */
export function LessonBlocks({ blocks, notes, coursePath }: Props) {
	return (
		<div className="text prose">
			{blocks.map((block) => {
				const own = notes.filter(({ blockId }) => blockId === block.id);
				return (
					<Fragment key={block.id}>
						<Prose
							id={`block-${block.id}`}
							html={block.html}
							className="block"
						/>
						{own.length > 0 && (
							<MarginNotes notes={own} coursePath={coursePath} />
						)}
					</Fragment>
				);
			})}
		</div>
	);
}
