import type { ReactNode } from "react";
import type { AskedPassage } from "#app/questions/anchors.server.ts";
import { AskedAbout } from "#app/questions/passage.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

/** Above the forms to sign in and to sign up: what follows them. */
export function OnTheWay({
	passage,
	children,
}: {
	passage: AskedPassage;
	children?: ReactNode;
}) {
	const { asking } = useRareWords();
	return (
		<div className="on-the-way">
			<AskedAbout {...passage} caption={asking.afterwards} />
			{children}
		</div>
	);
}
