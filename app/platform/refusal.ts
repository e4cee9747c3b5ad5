import type { ErrorKey } from "#app/platform/failure.ts";

export type RefusalReason =
	| "threadLocked"
	| "threadRemoved"
	| "replyRemoved"
	| "replyPromoted"
	| "staleEdit"
	| "tooManyPins"
	| "blockGone"
	| "noteGone"
	| "termRemoved"
	| "termTaken"
	| "answerClosed"
	| "claimed"
	| "lastInstructor"
	| "lessonsChanged";

/** A rule that was broken meanwhile (the thread was locked, another edit came first): 409 in the same form. */
export class Refusal extends Error {
	constructor(
		readonly reason: RefusalReason,
		/** For a stale edit: the text that is there now, and its version. */
		readonly details: { theirs?: string; version?: number } = {},
	) {
		super(reason);
		this.name = "Refusal";
	}
}

/** Input that only the command can find bad (a name that is taken, a text beyond rendering): 422 at its field. */
export class Invalid extends Error {
	constructor(
		readonly field: string,
		readonly key: ErrorKey,
	) {
		super(`${field}: ${key}`);
		this.name = "Invalid";
	}
}

/** More often than a limit allows, or than the server can work off: 429 with the seconds to wait. */
export class TooFast extends Error {
	constructor(readonly retryAfter: number) {
		super(`again in ${retryAfter} s`);
		this.name = "TooFast";
	}
}
