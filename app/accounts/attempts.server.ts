import { createHash } from "node:crypto";
import { SIGN_IN, SIGN_IN_NETWORK } from "#app/accounts/limits.server.ts";
import { TooFast } from "#app/platform/forms/refusal.ts";
import {
	exhausted,
	limited,
	network,
	type RateLimit,
} from "#app/platform/http/rate-limit.server.ts";

/** Account and network are hashed, so that no list of addresses arises; a network alone may try many accounts. */
export const attemptsOf = (email: string, address: string) => {
	const from = network(address);
	const both = createHash("sha256").update(`${email} ${from}`).digest("hex");
	return [
		[SIGN_IN, both],
		[SIGN_IN_NETWORK, from],
	] as const;
};

type Attempts = readonly (readonly [RateLimit, string])[];

async function check(waits: Promise<number | null>[]) {
	const seconds = Math.max(...(await Promise.all(waits)).map(Number));
	if (seconds) throw new TooFast(seconds);
}

/** @throws TooFast after too many failures */
export const checkAttempts = (attempts: Attempts) =>
	check(attempts.map(([limit, key]) => exhausted(limit, key)));

/** @throws TooFast where parallel attempts used up the limit */
export const countAttempts = (attempts: Attempts) =>
	check(attempts.map(([limit, key]) => limited(limit, key)));
