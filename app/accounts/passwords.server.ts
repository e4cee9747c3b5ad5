import { hash, verify } from "@node-rs/argon2";
import { Line } from "#app/platform/line.server.ts";

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default), 19 MiB, two passes, one lane. */
const COST = {
	memoryCost: 19_456,
	timeCost: 2,
	parallelism: 1,
};
/**
 * Each takes 19 MiB, a core, and one of the four threads that files are read and host names looked up by too. Whoever
 * comes last waits about a second.
 */
const line = new Line({ atOnce: 2, places: 40, retryAfter: 3 });

/**
 * The argon2id hash of a password, in PHC form. `from`: the network that asks for it; null: nobody waits.
 * @throws Unavailable where too many wait already
 */
export const hashPassword = (
	password: string,
	from: string | null,
): Promise<string> => line.run(from, () => hash(password, COST));

/** A hash in the same form that no password has, to be checked against where there is no account. */
const NOBODYS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

/**
 * Whether the password has this hash. Without one it takes as long and says no, so that an unknown address shows nothing.
 * @throws Unavailable where too many wait already
 */
export async function isPassword(
	stored: string | undefined,
	password: string,
	from: string | null,
): Promise<boolean> {
	const same = await line.run(from, () => verify(stored ?? NOBODYS, password));
	return stored !== undefined && same;
}
