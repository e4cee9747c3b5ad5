import { isIPv6 } from "node:net";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "#app/platform/db.server.ts";
import { env } from "#app/platform/env.server.ts";

const MINUTE = 60;

/** Counted in the database, for all processes together; durations in seconds. */
const LIMITS = {
	signIn: { points: env.LIMIT_SIGN_IN, duration: 15 * MINUTE },
	signInNetwork: { points: env.LIMIT_SIGN_IN_NETWORK, duration: 15 * MINUTE },
	signUp: { points: env.LIMIT_SIGN_UP, duration: 60 * MINUTE },
	largeForms: { points: env.LIMIT_LARGE_FORMS, duration: 15 * MINUTE },
	repliesAMinute: { points: env.LIMIT_REPLIES_MINUTE, duration: MINUTE },
	repliesADay: { points: env.LIMIT_REPLIES_DAY, duration: 24 * 60 * MINUTE },
	votes: { points: env.LIMIT_VOTES_MINUTE, duration: MINUTE },
	edits: { points: env.LIMIT_EDITS_MINUTE, duration: MINUTE },
	settings: { points: env.LIMIT_SETTINGS_MINUTE, duration: MINUTE },
	acts: { points: env.LIMIT_ACTS_MINUTE, duration: MINUTE },
	lookups: { points: env.LIMIT_LOOKUPS_MINUTE, duration: MINUTE },
	previews: { points: env.LIMIT_PREVIEWS_MINUTE, duration: MINUTE },
};

const STAFF_FACTOR = 3;

export type LimitName = keyof typeof LIMITS;

const limiters = new Map<string, RateLimiterPostgres>();

function limiter(name: LimitName, factor: number): RateLimiterPostgres {
	const id = `${name}${factor}`;
	let found = limiters.get(id);
	if (!found) {
		const { points, duration } = LIMITS[name];
		found = new RateLimiterPostgres({
			storeClient: pool,
			tableName: "rate_limits",
			tableCreated: true,
			keyPrefix: name,
			points: points * factor,
			duration,
		});
		limiters.set(id, found);
	}
	return found;
}

const secondsLeft = (result: RateLimiterRes) =>
	Math.max(1, Math.ceil(result.msBeforeNext / 1000));

/** Counts one act. Null, or the seconds to wait (Retry-After, RFC 9110 10.2.3). */
export async function limited(
	name: LimitName,
	key: string | number,
	{ staff = false } = {},
): Promise<number | null> {
	try {
		await limiter(name, staff ? STAFF_FACTOR : 1).consume(key);
		return null;
	} catch (result) {
		if (result instanceof RateLimiterRes) return secondsLeft(result);
		throw result;
	}
}

export async function exhausted(
	name: LimitName,
	key: string,
): Promise<number | null> {
	const result = await limiter(name, 1).get(key);
	return result && result.consumedPoints >= LIMITS[name].points
		? secondsLeft(result)
		: null;
}

/** The address, or the /64 of an IPv6 address (one site's, RFC 6177). */
export function network(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
	if (!isIPv6(plain)) return plain;
	const [head = "", tail] = plain.split("%")[0]?.split("::") ?? [];
	const groups = head ? head.split(":") : [];
	const after = tail ? tail.split(":") : [];
	while (tail !== undefined && groups.length + after.length < 8)
		groups.push("0");
	return `${[...groups, ...after]
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(":")}::/64`;
}
