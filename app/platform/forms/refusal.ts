import type { Failure, Fault } from "#app/platform/forms/failure.ts";

/**
 * The domains add theirs, each beside its rule.
 * @public
 */
export interface Refusals {
	staleEdit: true;
}
export type RefusalReason = keyof Refusals;

/** A rule broken meanwhile, as by a lock or another's edit. */
export class Refusal extends Error {
	constructor(
		readonly reason: RefusalReason,
		readonly details: Failure["details"] = {},
	) {
		super(reason);
		this.name = "Refusal";
	}
}

/** Bad input that only the command can find, as a taken name. */
export class Invalid extends Error {
	constructor(
		readonly field: string,
		readonly fault: Fault,
	) {
		super(`${field}: ${fault}`);
		this.name = "Invalid";
	}
}

export class TooFast extends Error {
	constructor(readonly retryAfter: number) {
		super(`again in ${retryAfter} s`);
		this.name = "TooFast";
	}
}
