import type { ReactNode } from "react";
import type { AskedPassage } from "#app/questions/anchors.server.ts";
import { AskedAbout } from "#app/questions/passage.tsx";

type Given = (Omit<AskedPassage, "html"> & { html?: string }) | null;

/** What the question is about, as shown and as sent. Null: no passage. */
export function passageFields(
	passage: Given,
	kept?: Record<string, string>,
): ReactNode {
	const { blockId, start, quote } = passage ?? kept ?? {};
	if (!blockId || !quote) return null;
	return (
		<>
			<AskedAbout html={passage?.html} quote={quote} isOld={passage?.isOld} />
			<input type="hidden" name="blockId" value={blockId} />
			<input type="hidden" name="start" value={start} />
			<input type="hidden" name="quote" value={quote} />
		</>
	);
}
