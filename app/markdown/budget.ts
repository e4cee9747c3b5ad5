import type { Env } from "markdown-it";
import { LIMITS, type Limit } from "#app/markdown/limits.ts";

/** Parsing and formulas take no more of a lesson's limits, so that its words are typeset whatever it holds. */
const SHARE = 0.6;

/** What is over a limit, as it was written. */
export type Over = { limit: Limit; source: string };

export class Budget {
	over: Over | null = null;
	#bytes = 0;
	readonly #began = performance.now();
	readonly #before = process.cpuUsage();

	/** False where the formula must stay as its source. */
	allows(source: string): boolean {
		const limit = this.#spent();
		if (limit) this.over ??= { limit, source };
		return limit === null;
	}

	took(html: string): void {
		this.#bytes += Buffer.byteLength(html);
	}

	#spent(): Limit | null {
		if (this.#bytes > SHARE * LIMITS.lesson.htmlBytes) return "html";
		// Other threads use the processor's time too, and other processes the clock's.
		const { user, system } = process.cpuUsage(this.#before);
		const ms = Math.min(
			performance.now() - this.#began,
			(user + system) / 1000,
		);
		return ms > SHARE * LIMITS.lesson.ms ? "time" : null;
	}
}

export const budgetOf = (env: Env | undefined): Budget | null =>
	env?.budget instanceof Budget ? env.budget : null;
