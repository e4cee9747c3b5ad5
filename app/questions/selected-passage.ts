import { takeWholeFormulas, textOf } from "#app/markdown/late/selected-text.ts";
import type { Passage } from "#app/questions/anchors.ts";

const BLOCK_ID = /^block-(\d+)$/;
const plain = (range: Range) => textOf(range.cloneContents());

const BLOCKS = ".text > .block, .annotated .block";

/** Whether words of further blocks are selected: a triple click ends at the start of the next one, without any. */
const reachesFurther = (range: Range, first: Element) =>
	[...document.querySelectorAll(BLOCKS)].some((block) => {
		if (block === first || !range.intersectsNode(block)) return false;
		const part = range.cloneRange();
		part.setStart(block, 0);
		if (block.contains(range.endContainer))
			part.setEnd(range.endContainer, range.endOffset);
		else part.setEnd(block, block.childNodes.length);
		return plain(part) !== "";
	});

type Selected = Passage & {
	blockId: number;
	isCut: boolean;
	range: Range;
};

/** Of the first block, with whole formulas. Null: nothing of the lesson is selected. */
export function selectedPassage(selection: Selection | null): Selected | null {
	if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
	const all = selection.getRangeAt(0);
	const range = all.cloneRange();
	const { startContainer: from } = range;
	const first = from instanceof Element ? from : from.parentElement;
	const block = first?.closest(BLOCKS);
	const blockId = Number(BLOCK_ID.exec(block?.id ?? "")?.[1]);
	if (!block || !blockId) return null;
	const isCut = reachesFurther(all, block);
	if (!block.contains(range.endContainer))
		range.setEnd(block, block.childNodes.length);
	takeWholeFormulas(range);
	const before = document.createRange();
	before.setStart(block, 0);
	before.setEnd(range.startContainer, range.startOffset);
	const quote = plain(range);
	const start = plain(before).length;
	return quote
		? { blockId, quote, start, isCut, range: isCut ? all : range }
		: null;
}
