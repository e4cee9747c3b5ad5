import type { RefusalReason } from "#app/platform/refusal.ts";
import type { Words } from "#app/words/zh.ts";

export type ErrorKey = keyof Words["errors"];

/** What a form gets back when it did not go through. */
export type Failure = {
	ok: false;
	values: Record<string, string>;
	/** A sentence by field; `form` for what concerns the whole. */
	errors: Partial<Record<string, ErrorKey>>;
	refusal:
		| RefusalReason
		| "tooFast"
		/** The server has no time, or no database, just now. */
		| "busy"
		| "unavailable"
		| "signedOut"
		/** Said in the browser, where the form came to no action: see `ui/stand-in.ts`. */
		| "tooLarge"
		| "otherOrigin"
		| "offline"
		| null;
	/** Beside the refusal: for a stale edit, their text and its version. */
	details: { theirs?: string; version?: number };
	/** Seconds, after a limit or while the server cannot take it. */
	retryAfter?: number;
};
