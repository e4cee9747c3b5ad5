import type { ReactNode } from "react";
import { useWords } from "#app/platform/i18n/reader.tsx";
import type { ReplyOnPage } from "#app/replies/presentation.server.ts";

export type OtherViewOnPage = { reply: ReplyOnPage; besideId: number };

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
