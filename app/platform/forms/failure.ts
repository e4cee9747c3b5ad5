import type { RefusalReason } from "#app/platform/forms/refusal.ts";

/**
 * The sentences beside a field; the words add theirs.
 * @public
 */
export interface FieldSentences {
	formBroken: true;
}
export type ErrorKey = keyof FieldSentences;

/** A number is the limit that the sentence names. */
export type Fault = ErrorKey | readonly [key: ErrorKey, limit: number];

export type Failure = {
	ok: false;
	values: Record<string, string>;
	errors: Partial<Record<string, Fault>>;
	refusal:
		| RefusalReason
		| "tooFast"
		| "busy"
		| "unavailable"
		| "signedOut"
		/** Of a form that reached no action: see `ui/without-answer.ts`. */
		| "tooLarge"
		| "otherOrigin"
		| "offline"
		| null;
	details: { theirs?: string; version?: number; limit?: number };
	/** Seconds. */
	retryAfter?: number;
};
