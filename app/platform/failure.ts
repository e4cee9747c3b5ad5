import type { RefusalReason } from "#app/platform/refusal.ts";
import type { Words } from "#app/words/zh.ts";

export type ErrorKey = keyof Words["errors"];

export type Failure = {
	ok: false;
	values: Record<string, string>;
	errors: Partial<Record<string, ErrorKey>>;
	refusal:
		| RefusalReason
		| "tooFast"
		| "busy"
		| "unavailable"
		| "signedOut"
		/** Said by the browser when a form reached no action: see `ui/stand-in.ts`. */
		| "tooLarge"
		| "otherOrigin"
		| "offline"
		| null;
	details: { theirs?: string; version?: number };
	/** Seconds. */
	retryAfter?: number;
};
