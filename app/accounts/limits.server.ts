import { env } from "#app/platform/env.server.ts";
import { MINUTE, rateLimit } from "#app/platform/http/rate-limit.server.ts";

const QUARTER = 15 * MINUTE;

export const SIGN_IN = rateLimit("signIn", env.LIMIT_SIGN_IN, QUARTER);
export const SIGN_IN_NETWORK = rateLimit(
	"signInNetwork",
	env.LIMIT_SIGN_IN_NETWORK,
	QUARTER,
);
export const SIGN_UP = rateLimit("signUp", env.LIMIT_SIGN_UP, 60 * MINUTE);
export const SETTINGS = rateLimit(
	"settings",
	env.LIMIT_SETTINGS_MINUTE,
	MINUTE,
);
