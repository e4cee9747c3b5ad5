import type { ReactNode } from "react";
import type { Way } from "#app/questions/on-the-way.server.ts";
import { AskedAbout } from "#app/questions/passage.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

/** Above the forms to sign in and to sign up: what follows them. */
export function OnTheWay({
	way,
	children,
}: {
	way: Way;
	children?: ReactNode;
}) {
	const { asking } = useRareWords();
	return (
		<div className="on-the-way">
			{"passage" in way ? (
				<AskedAbout {...way.passage} caption={asking.afterwards.ask} />
			) : (
				<p>{asking.afterwards[way.act](way.title)}</p>
			)}
			{children}
		</div>
	);
}
