/** The most formulas one text may hold. */
export const MAX_FORMULAS = 200;
/** The longest HTML of one text, in UTF-8 bytes. */
export const MAX_HTML_BYTES = 1_000_000;
/** How many elements may stand inside one another. */
export const MAX_NESTING = 50;
/** The longest a text may take to render, in milliseconds of a core. */
export const MAX_MILLISECONDS = 1_000;

/** What a text asked too much of. */
export type Limit = "formulas" | "html" | "time" | "nesting" | "memory";

/** The outcome for a text that goes beyond a limit. */
export type Refused = { ok: false; limit: Limit };

/** Thrown while rendering a text that goes beyond a limit. */
export class LimitExceeded extends Error {
	constructor(readonly limit: Limit) {
		super(`The text goes beyond the limit: ${limit}`);
	}
}
