import pg from "pg";
import { log } from "#app/platform/log.server.ts";
import {
	after,
	answered,
	doubt,
	isAway,
} from "#app/platform/presence.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";
import { Unavailable } from "#app/platform/unavailable.ts";

/** How long what a request waits for may take, in milliseconds. */
export const LIMITS = {
	/** For a connection, new or free. */
	connection: 3000,
	lock: 3000,
	statement: 5000,
	/** A transaction that asks nothing. */
	idle: 10_000,
	/** No answer until then: the connection is given up, whatever the server makes of its own limits. */
	answer: 6000,
	/** No answer until then: the database may be away. */
	doubt: 1000,
};

/** Of a new connection. Not among its options: PgBouncer refuses a connection with options that it does not know. */
const SETTINGS = `SET statement_timeout = ${LIMITS.statement}; SET lock_timeout = ${LIMITS.lock};
	SET idle_in_transaction_session_timeout = ${LIMITS.idle}`;

// PostgreSQL, appendix A: the connection is lost (08, 57P) or was ended (25P03).
const LOST = /^(?:08...|57P..|25P03)$/;
// No room or memory (53), a limit (55P03, 57014), a conflict with others (40001, 40P01), a standby (25006).
const REFUSED = /^(?:53...|55P03|57014|40001|40P01|25006)$/;
const CONFLICT = /^(?:40001|40P01)$/;

/** Seconds. */
const RETRY_AFTER = 5;

const codeOf = (error: unknown) =>
	error instanceof Error && "code" in error ? String(error.code) : "";

const COMPLAIN_EVERY_MS = 60_000;
const complained = new Map<string, number>();

/** Says in the log why requests are turned away, once a minute for each reason; of one that is away that is said already. */
function complain(error: unknown): void {
	const code = codeOf(error);
	const now = Date.now();
	if (isAway() || CONFLICT.test(code)) return;
	if (now - (complained.get(code) ?? 0) < COMPLAIN_EVERY_MS) return;
	complained.set(code, now);
	log.warn({ reason: reasonOf(error) }, "the database refuses requests");
}

/** A connection could not be had, or broke. */
export function unreachable(error: unknown): Unavailable {
	void doubt().then((away) => away || complain(error));
	return new Unavailable("database", RETRY_AFTER, { cause: error });
}

/** PostgreSQL rolled back what met what others did: done again it may well go through. */
export const isConflict = (error: unknown): error is Unavailable =>
	error instanceof Unavailable && CONFLICT.test(codeOf(error.cause));

type Ask = (...words: unknown[]) => Promise<unknown>;

/**
 * A connection of which every statement has its answer in time, or fails with `Unavailable`: when it breaks, when the
 * database refuses for want of anything, when no answer comes. One that gave none is not used again.
 */
export class Connection extends pg.Client {
	/** It broke, or is about to be closed by the server. */
	isLost = false;

	constructor(config: pg.ClientConfig, limited: boolean) {
		super(config);
		// While it is taken out of the pool nobody else hears of its end.
		this.on("error", () => {
			this.isLost = true;
		});
		// Looked up for each statement: whoever counts statements stands in for the prototype's.
		const ask: Ask = (...words) =>
			Reflect.apply(pg.Client.prototype.query, this, words);
		this.query = ((...words: unknown[]) =>
			this.ask(ask, words, limited)) as typeof this.query;
	}

	/** Breaks it, so that what waits for its answers hears of it. */
	abandon(): void {
		this.connection.stream.destroy(new Error("No answer from the database"));
	}

	private async ask(ask: Ask, words: unknown[], limited: boolean) {
		const stop = limited ? this.watch() : () => {};
		try {
			const result = await ask(...words);
			answered();
			return result;
		} catch (error) {
			throw this.told(error);
		} finally {
			stop();
		}
	}

	private watch() {
		let stop = after(LIMITS.doubt, () => {
			void doubt();
			stop = after(LIMITS.answer - LIMITS.doubt, () => this.abandon());
		});
		return () => stop();
	}

	private told(error: unknown): unknown {
		const code = codeOf(error);
		if (LOST.test(code)) this.isLost = true;
		if (this.isLost) return unreachable(error);
		answered();
		if (!REFUSED.test(code)) return error;
		complain(error);
		return new Unavailable("database", RETRY_AFTER, { cause: error });
	}
}

/** To be done with a new connection before it is used. */
export const limit = (client: pg.ClientBase) => client.query(SETTINGS);
