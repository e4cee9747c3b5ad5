import pg from "pg";
import { log } from "#app/platform/log.server.ts";
import {
	after,
	answered,
	doubt,
	isAway,
} from "#app/platform/postgres/presence.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";
import { Unavailable } from "#app/platform/unavailable.ts";

/** Milliseconds. */
export const LIMITS = {
	connection: 3000,
	lock: 3000,
	statement: 5000,
	idle: 10_000,
	/** Without an answer by then the connection is given up. */
	answer: 6000,
	/** Without an answer by then the database is probed. */
	doubt: 1000,
};

/** Not startup options: PgBouncer refuses options it does not know. */
const SETTINGS = `SET statement_timeout = ${LIMITS.statement}; SET lock_timeout = ${LIMITS.lock};
	SET idle_in_transaction_session_timeout = ${LIMITS.idle}`;

// PostgreSQL, appendix A: the connection is lost (08, 57P) or was ended (25P03).
const LOST = /^(?:08...|57P..|25P03)$/;
// No room or memory (53), a limit (55P03, 57014), a conflict with others (40001, 40P01), a standby (25006).
const REFUSED = /^(?:53...|55P03|57014|40001|40P01|25006)$/;
const CONFLICT = /^(?:40001|40P01)$/;

const RETRY_AFTER = 5;

const codeOf = (error: unknown) =>
	error instanceof Error && "code" in error ? String(error.code) : "";

const COMPLAIN_EVERY_MS = 60_000;
const complained = new Map<string, number>();

/** Logs each reason once a minute; that the database is away is logged elsewhere. */
function complain(error: unknown): void {
	const code = codeOf(error);
	const now = Date.now();
	if (isAway() || CONFLICT.test(code)) return;
	if (now - (complained.get(code) ?? 0) < COMPLAIN_EVERY_MS) return;
	complained.set(code, now);
	log.warn({ reason: reasonOf(error) }, "the database refuses requests");
}

export function unreachable(error: unknown): Unavailable {
	void doubt().then((away) => away || complain(error));
	return new Unavailable("database", RETRY_AFTER, { cause: error });
}

/** PostgreSQL rolled back a conflicting transaction; a retry may succeed. */
export const isConflict = (error: unknown): error is Unavailable =>
	error instanceof Unavailable && CONFLICT.test(codeOf(error.cause));

type Ask = (...words: unknown[]) => Promise<unknown>;

/** Fails with `Unavailable`; without an answer in time the connection is not used again. */
export class Connection extends pg.Client {
	isLost = false;

	constructor(config: pg.ClientConfig, limited: boolean) {
		super(config);
		this.on("error", () => {
			this.isLost = true;
		});
		// Looked up for each statement, so that tests that replace the prototype's method can count.
		const ask: Ask = (...words) =>
			Reflect.apply(pg.Client.prototype.query, this, words);
		this.query = ((...words: unknown[]) =>
			this.ask(ask, words, limited)) as typeof this.query;
	}

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

export const limit = (client: pg.ClientBase) => client.query(SETTINGS);
