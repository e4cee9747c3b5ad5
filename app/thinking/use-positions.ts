import { isStandard, STANDARD_POSITIONS } from "#app/thinking/positions.ts";
import { useWords } from "#app/words/reader.tsx";

/** Standard positions are said in the page's language. */
export function usePositions(
	positions: readonly string[],
): (position: string) => string {
	const { standard } = useWords().thinking;
	if (!isStandard(positions)) return (position) => position;
	return (position) => {
		const known = STANDARD_POSITIONS.find((one) => one === position);
		return known ? standard[known] : position;
	};
}
