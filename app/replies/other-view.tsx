import type { ReactNode } from "react";
import type { SparseReply } from "#app/replies/sparse.ts";
import { useWords } from "#app/words/reader.tsx";

export type OtherViewOnPage = { reply: SparseReply; besideId: number };

export const otherViewId = (reply: { id: number }) => `other-${reply.id}`;

export function OtherView({ children }: { children: ReactNode }) {
	const { thinking } = useWords();
	return (
		<section
			className="other-view ms-31.5 mt-4 mb-12 border-s-2 border-rule-strong ps-11 max-sm:ms-0"
			aria-label={thinking.other}
		>
			<p className="muted">{thinking.other}</p>
			{children}
		</section>
	);
}
