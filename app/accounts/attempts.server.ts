import { createHash } from "node:crypto";
import {
	exhausted,
	type LimitName,
	limited,
	network,
} from "#app/platform/rate-limit.server.ts";
import { TooFast } from "#app/platform/refusal.ts";

/** Account and network are hashed, so that no list of addresses arises; a network alone may try many accounts. */
export const attemptsOf = (email: string, address: string) => {
	const from = network(address);
	const both = createHash("sha256").update(`${email} ${from}`).digest("hex");
	return [
		["signIn", both],
		["signInNetwork", from],
	] as const;
};

type Attempts = readonly (readonly [LimitName, string])[];

async function check(waits: Promise<number | null>[]) {
	const seconds = Math.max(...(await Promise.all(waits)).map(Number));
	if (seconds) throw new TooFast(seconds);
}

/** @throws TooFast after too many failures */
export const checkAttempts = (attempts: Attempts) =>
	check(attempts.map(([name, key]) => exhausted(name, key)));

/** @throws TooFast where parallel attempts used up the limit */
export const countAttempts = (attempts: Attempts) =>
	check(attempts.map(([name, key]) => limited(name, key)));
