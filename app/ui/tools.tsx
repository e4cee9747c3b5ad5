import { type RefObject, Suspense, useEffect, useState } from "react";
import { late } from "#app/ui/late-code.tsx";

const ToolRow = late(
	() => import("#app/ui/late/tool-row.tsx"),
	() => null,
);

type Props = { area: RefObject<HTMLTextAreaElement> };

/** Keeps the row's place until it is loaded, which happens once the page works. */
export function Tools({ area }: Props) {
	const [isOn, setOn] = useState(false);
	useEffect(() => setOn(true), []);
	return (
		<div className="tools">
			{isOn && (
				<Suspense>
					<ToolRow area={area} />
				</Suspense>
			)}
		</div>
	);
}
