/** Characters of an opener, a reply or a saved reply. */
export const BODY_MAX = 30_000;
export const MAX_FORMULAS = 200;
/** UTF-8 bytes. */
export const MAX_HTML_BYTES = 1_000_000;
export const MAX_NESTING = 50;
/** Of a core's time. */
export const MAX_MILLISECONDS = 1_000;

export type Limit = "formulas" | "html" | "time" | "nesting" | "memory";

export type Refused = { ok: false; limit: Limit };

export class LimitExceeded extends Error {
	constructor(readonly limit: Limit) {
		super(`The text goes beyond the limit: ${limit}`);
	}
}
