import { env } from "#app/platform/env.server.ts";
import { MINUTE, rateLimit } from "#app/platform/http/rate-limit.server.ts";

export const VOTES = rateLimit("votes", env.LIMIT_VOTES_MINUTE, MINUTE);
