import { type ComponentType, lazy } from "react";
import { useWords } from "#app/words/reader.tsx";

function Offline() {
	const { refusals } = useWords();
	return (
		<p className="error" role="status">
			{refusals.offline}
		</p>
	);
}

/** Code that few need, loaded when it is shown. Without a network `Lost` stands there, and the page and its texts stay. */
export const late = <Props extends object>(
	load: () => Promise<{ default: ComponentType<Props> }>,
	Lost: ComponentType<NoInfer<Props>> = Offline,
) => lazy(() => load().catch(() => ({ default: Lost })));
