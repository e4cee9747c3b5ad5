import { lazy, type RefObject, Suspense, useEffect, useState } from "react";

const Nothing = () => <></>;

const ToolRow = lazy(() =>
	// Without a network one writes without it.
	import("#app/ui/late/tool-row.tsx").catch(() => ({ default: Nothing })),
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
