import { env } from "#app/platform/env.server.ts";
import {
	DAY,
	MINUTE,
	rateLimit,
} from "#app/platform/http/rate-limit.server.ts";

/** Threads and replies together. */
export const POSTS = [
	rateLimit("repliesAMinute", env.LIMIT_REPLIES_MINUTE, MINUTE),
	rateLimit("repliesADay", env.LIMIT_REPLIES_DAY, DAY),
];
