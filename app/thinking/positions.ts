/** Positions in a question's own words, and the characters of one. */
export const POSITIONS_MIN = 2;
export const POSITIONS_MAX = 4;
export const POSITION_MAX = 20;

export const STANDARD_POSITIONS = ["yes", "partly", "no"] as const;

export const isStandard = (positions: readonly string[]) =>
	positions.join("\n") === STANDARD_POSITIONS.join("\n");
