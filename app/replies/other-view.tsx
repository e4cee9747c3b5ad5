import type { ReactNode } from "react";
import { useWords } from "#app/platform/i18n/reader.tsx";
import type { SparseReply } from "#app/replies/sparse.ts";

export type OtherViewOnPage = { reply: SparseReply; besideId: number };

/** The element of a reply that is shown beside the best one besides in its own place. */
export const otherViewId = (reply: { id: number }) => `other-${reply.id}`;

/** Around the reply of another position that stands beside the best one. */
export function OtherView({ children }: { children: ReactNode }) {
	const { thinking } = useWords();
	return (
		<section className="other-view" aria-label={thinking.other}>
			<p className="muted">{thinking.other}</p>
			{children}
		</section>
	);
}
