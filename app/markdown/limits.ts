/** Characters of an opener, a reply or a saved reply. */
export const BODY_MAX = 30_000;
export const MAX_NESTING = 50;

/** UTF-8 bytes, and milliseconds of a core's time. */
export const LIMITS = {
	reply: { formulas: 200, htmlBytes: 1_000_000, ms: 1_000 },
	short: { formulas: 200, htmlBytes: 100_000, ms: 1_000 },
	lesson: {
		formulas: Number.POSITIVE_INFINITY,
		htmlBytes: 5_000_000,
		ms: 5_000,
	},
} as const;

export type Limit = "formulas" | "html" | "time" | "nesting" | "memory";

export type Refused = { ok: false; limit: Limit };

export class LimitExceeded extends Error {
	constructor(readonly limit: Limit) {
		super(`The text goes beyond the limit: ${limit}`);
	}
}
