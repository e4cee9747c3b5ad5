import { env } from "#app/platform/env.server.ts";
import { DAY, MINUTE } from "#app/platform/rate-limit.server.ts";

/** Threads and replies together. */
export const POSTS = [
	{
		name: "repliesAMinute",
		points: env.LIMIT_REPLIES_MINUTE,
		duration: MINUTE,
	},
	{ name: "repliesADay", points: env.LIMIT_REPLIES_DAY, duration: DAY },
];
