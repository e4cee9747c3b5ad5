import { isStandard, STANDARD_POSITIONS } from "#app/thinking/positions.ts";
import type { BaseWords } from "#app/words/zh/base.ts";

/** Standard positions are said in the page's language. */
export function sayPosition(
	{ thinking: { standard } }: BaseWords,
	positions: readonly string[],
): (position: string) => string {
	if (!isStandard(positions)) return (position) => position;
	return (position) => {
		const known = STANDARD_POSITIONS.find((one) => one === position);
		return known ? standard[known] : position;
	};
}
