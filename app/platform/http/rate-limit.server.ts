import ipaddr from "ipaddr.js";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "#app/platform/postgres/db.server.ts";

export const MINUTE = 60;
export const DAY = 24 * 60 * MINUTE;

const STAFF_FACTOR = 3;

/** So many points in so many seconds, counted in the database for all processes together. */
export type RateLimit = { name: string; points: number; duration: number };

export const rateLimit = (
	name: string,
	points: number,
	duration: number,
): RateLimit => ({ name, points, duration });

const limiters = new Map<string, RateLimiterPostgres>();

function limiter(limit: RateLimit, factor: number): RateLimiterPostgres {
	const id = `${limit.name}${factor}`;
	let found = limiters.get(id);
	if (!found) {
		found = new RateLimiterPostgres({
			storeClient: pool,
			tableName: "rate_limits",
			tableCreated: true,
			keyPrefix: limit.name,
			points: limit.points * factor,
			duration: limit.duration,
		});
		limiters.set(id, found);
	}
	return found;
}

const secondsLeft = (result: RateLimiterRes) =>
	Math.max(1, Math.ceil(result.msBeforeNext / 1000));

/** Counts one act. Null, or the seconds to wait (Retry-After, RFC 9110 10.2.3). */
export async function limited(
	limit: RateLimit,
	key: string | number,
	{ staff = false } = {},
): Promise<number | null> {
	try {
		await limiter(limit, staff ? STAFF_FACTOR : 1).consume(key);
		return null;
	} catch (result) {
		if (result instanceof RateLimiterRes) return secondsLeft(result);
		throw result;
	}
}

export async function exhausted(
	limit: RateLimit,
	key: string,
): Promise<number | null> {
	const result = await limiter(limit, 1).get(key);
	return result && result.consumedPoints >= limit.points
		? secondsLeft(result)
		: null;
}

/** The address, or the /64 of an IPv6 address (one site's, RFC 6177). */
export function network(address: string): string {
	if (!ipaddr.isValid(address)) return address;
	const parsed = ipaddr.process(address);
	if (parsed instanceof ipaddr.IPv4) return parsed.toString();
	const site = parsed.parts.slice(0, 4).map((part) => part.toString(16));
	return `${site.join(":")}::/64`;
}
