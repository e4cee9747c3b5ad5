import { env } from "#app/platform/env.server.ts";
import { MINUTE } from "#app/platform/rate-limit.server.ts";

export const SIGN_IN = {
	name: "signIn",
	points: env.LIMIT_SIGN_IN,
	duration: 15 * MINUTE,
};
export const SIGN_IN_NETWORK = {
	name: "signInNetwork",
	points: env.LIMIT_SIGN_IN_NETWORK,
	duration: 15 * MINUTE,
};
export const SIGN_UP = {
	name: "signUp",
	points: env.LIMIT_SIGN_UP,
	duration: 60 * MINUTE,
};
export const SETTINGS = {
	name: "settings",
	points: env.LIMIT_SETTINGS_MINUTE,
	duration: MINUTE,
};
