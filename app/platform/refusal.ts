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

/** A rule broken meanwhile, as by a lock or another's edit. */
export class Refusal extends Error {
	constructor(
		readonly reason: RefusalReason,
		readonly details: { theirs?: string; version?: number } = {},
	) {
		super(reason);
		this.name = "Refusal";
	}
}

/** Bad input that only the command can find, as a taken name. */
export class Invalid extends Error {
	constructor(
		readonly field: string,
		readonly key: ErrorKey,
	) {
		super(`${field}: ${key}`);
		this.name = "Invalid";
	}
}

export class TooFast extends Error {
	constructor(readonly retryAfter: number) {
		super(`again in ${retryAfter} s`);
		this.name = "TooFast";
	}
}
