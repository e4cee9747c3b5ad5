import { z } from "zod";

/** A foreseen reason not to start: the message is shown alone, without a stack. */
export class StartError extends Error {
	override name = "StartError";
}

const integer = (min: number, max: number, usual: number) => {
	const expected = `a whole number from ${min} to ${max}`;
	return z
		.string()
		.regex(/^\d{1,9}$/, expected)
		.transform(Number)
		.refine((number) => number >= min && number <= max, expected)
		.default(usual);
};

const url = (protocol: RegExp, expected: string) =>
	z.url({ protocol, error: expected, abort: true });

const isTimeZone = (name: string) => {
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
		return /^[A-Z]/i.test(name);
	} catch {
		return false;
	}
};

const LOG_LEVELS = [
	"fatal",
	"error",
	"warn",
	"info",
	"debug",
	"trace",
	"silent",
] as const;
const ORIGIN = "an address such as https://forum.example.org, without a path";

const schema = z.object({
	PORT: integer(1, 65_535, 3000),
	HOST: z
		.string()
		.regex(/^[\w.:-]+$/, "a host name or address to listen on")
		.default("127.0.0.1"),
	SITE_URL: url(/^https?$/, ORIGIN)
		.refine((text) => new URL(text).href === `${new URL(text).origin}/`, ORIGIN)
		.transform((text) => new URL(text).origin)
		.optional(),
	TIME_ZONE: z
		.string()
		.refine(isTimeZone, "a time zone such as Asia/Shanghai")
		.default("Asia/Shanghai"),
	DATABASE_URL: url(
		/^postgres(ql)?$/,
		"an address such as postgres://user:password@host:5432/database",
	).optional(),
	DATA_DIR: z.string().default(".data"),
	SESSION_DAYS: integer(1, 365, 30),
	TRUST_PROXY: integer(0, 10, 0),
	LOG_LEVEL: z
		.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`)
		.default("info"),
	LIMIT_SIGN_IN: integer(1, 1_000_000, 10),
	LIMIT_SIGN_IN_NETWORK: integer(1, 1_000_000, 100),
	LIMIT_SIGN_UP: integer(1, 1_000_000, 100),
	LIMIT_LARGE_FORMS: integer(1, 1_000_000, 30),
	LIMIT_REPLIES_MINUTE: integer(1, 1_000_000, 10),
	LIMIT_REPLIES_DAY: integer(1, 1_000_000, 300),
	LIMIT_VOTES_MINUTE: integer(1, 1_000_000, 60),
	LIMIT_EDITS_MINUTE: integer(1, 1_000_000, 30),
	LIMIT_SETTINGS_MINUTE: integer(1, 1_000_000, 10),
	LIMIT_ACTS_MINUTE: integer(1, 1_000_000, 120),
	LIMIT_LOOKUPS_MINUTE: integer(1, 1_000_000, 120),
	LIMIT_PREVIEWS_MINUTE: integer(1, 1_000_000, 60),
	// npm sets it to the folder of the command; npm itself moves to the project's.
	INIT_CWD: z.string().default(process.cwd()),
});

export type Env = z.output<typeof schema>;

/** An empty value counts as not set. @throws StartError naming the variable, its value and what is expected */
export function readEnv(source: Record<string, string | undefined>): Env {
	const given = Object.entries(source).filter(([, value]) => value !== "");
	const result = schema.safeParse(Object.fromEntries(given));
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const name = String(issue?.path[0]);
	const value = source[name]?.replace(/:[^:@/]*@/, ":…@");
	throw new StartError(`${name} is "${value}" but must be ${issue?.message}.`);
}

export function siteOf({ SITE_URL, PORT }: Pick<Env, "SITE_URL" | "PORT">) {
	const origins = SITE_URL
		? [SITE_URL]
		: ["localhost", "127.0.0.1", "[::1]"].map(
				(host) => new URL(`http://${host}:${PORT}`).origin,
			);
	const siteUrl = origins[0] ?? "";
	return {
		siteUrl,
		isSecure: siteUrl.startsWith("https:"),
		ownOrigins: new Set(origins),
	};
}

export const env = readEnv(process.env);
export const { siteUrl, isSecure, ownOrigins } = siteOf(env);
