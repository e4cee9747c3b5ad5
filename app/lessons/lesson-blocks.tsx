import { Fragment, type ReactNode } from "react";
import type { Question } from "#app/lessons/questions.server.ts";
import { Prose } from "#app/markdown/prose.tsx";
import { MarginNotes, type NoteOnPage } from "#app/notes/margin-notes.tsx";
import type { BlockKind } from "#app/platform/prisma/enums.ts";

export type BlockOnPage = {
	id: number;
	kind: BlockKind;
	level?: number | null;
	text?: string;
	opening?: string;
	html: string | undefined;
	asked?: number;
	questions?: Question[];
};

type Props = {
	blocks: BlockOnPage[];
	notes: NoteOnPage[];
	slug: string;
	/** The viewer may order the notes of a block. */
	canOrder: boolean;
	below: (block: BlockOnPage) => ReactNode;
};

/** Notes stand in the margin or, where that is narrow, below their block. */
export function LessonBlocks({ blocks, notes, slug, canOrder, below }: Props) {
	return (
		<div className="text prose">
			{blocks.map((block) => {
				const own = notes.filter(({ blockId }) => blockId === block.id);
				const shown = (
					<>
						<Prose
							id={`block-${block.id}`}
							html={block.html}
							className="block"
						/>
						{below(block)}
					</>
				);
				if (own.length === 0)
					return <Fragment key={block.id}>{shown}</Fragment>;
				// A float stands beside what follows it.
				return (
					<div key={block.id} className="annotated">
						<MarginNotes notes={own} slug={slug} canOrder={canOrder} />
						<div>{shown}</div>
					</div>
				);
			})}
		</div>
	);
}
