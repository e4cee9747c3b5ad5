import { useWords } from "#app/platform/i18n/reader.tsx";
import { isStandard, STANDARD_POSITIONS } from "#app/thinking/policy.ts";

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
