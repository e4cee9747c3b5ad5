import { hash, verify } from "@node-rs/argon2";
import { Line } from "#app/platform/line.server.ts";

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default), 19 MiB, two passes, one lane. */
const COST = {
	memoryCost: 19_456,
	timeCost: 2,
	parallelism: 1,
};
/** Each takes 19 MiB, a core and one of libuv's four threads; the last in line waits about a second. */
const line = new Line({ atOnce: 2, places: 40, retryAfter: 3 });

/** `from`: the network that asks, null: nobody waits. @throws Unavailable where too many wait already */
export const hashPassword = (
	password: string,
	from: string | null,
): Promise<string> => line.run(from, () => hash(password, COST));

const NOBODYS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Without a hash it takes as long, so that unknown addresses do not show. @throws Unavailable where too many wait */
export async function isPassword(
	stored: string | undefined,
	password: string,
	from: string | null,
): Promise<boolean> {
	const same = await line.run(from, () => verify(stored ?? NOBODYS, password));
	return stored !== undefined && same;
}
