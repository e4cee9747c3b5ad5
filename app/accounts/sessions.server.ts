import { createHash } from "node:crypto";
import { NodePostgresAdapter } from "@lucia-auth/adapter-postgresql";
import type { AppLoadContext } from "@remix-run/node";
import {
	type DatabaseSession,
	type DatabaseUser,
	generateIdFromEntropySize,
	Lucia,
	TimeSpan,
	type UserId,
} from "lucia";
import { cookieValue } from "#app/platform/cookie.ts";
import { pool, sql } from "#app/platform/db.server.ts";
import { env, isSecure } from "#app/platform/env.server.ts";
import type { Language, Theme } from "#app/platform/i18n/language.ts";
import { isSigned, signatureOf } from "#app/platform/signature.server.ts";

/*
 * All contact with Lucia is in this file: its upstream has ended development.
 * The cookie carries the session's id, the database only its SHA-256, so that a copy of the table signs nobody in.
 */

type Account = {
	handle: string;
	name: string;
	isOwner: boolean;
	/** Whether there is a notification that it has not read, of a thread that stands. */
	hasNews: boolean;
	language: Language | null;
	theme: Theme | null;
	timeZone: string | null;
};

/** Who is asking. */
export type Viewer = Account & { id: number; sessionId: string };

declare module "lucia" {
	interface Register {
		Lucia: Lucia<Record<never, never>, Account>;
		UserId: number;
		DatabaseUserAttributes: Account;
	}
}

const hashed = (id: string) => createHash("sha256").update(id).digest("hex");

class HashedSessions extends NodePostgresAdapter {
	/** One statement for both. */
	override async getSessionAndUser(
		id: string,
	): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const [row] = await sql<Account & { userId: number; expiresAt: Date }>`
			SELECT s.user_id AS "userId", s.expires_at AS "expiresAt", u.handle, u.name,
				u.owner_at IS NOT NULL AS "isOwner", u.language, u.theme, u.time_zone AS "timeZone",
				EXISTS (
					SELECT 1 FROM notifications n JOIN threads t ON t.id = n.thread_id AND t.removed_at IS NULL
					WHERE n.user_id = u.id AND n.read_at IS NULL
				) AS "hasNews"
			FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ${hashed(id)}`;
		if (!row) return [null, null];
		const { userId, expiresAt, ...account } = row;
		return [
			{ id, userId, expiresAt, attributes: {} },
			{ id: userId, attributes: account },
		];
	}
	override setSession(session: DatabaseSession) {
		return super.setSession({ ...session, id: hashed(session.id) });
	}
	override updateSessionExpiration(id: string, expiresAt: Date) {
		return super.updateSessionExpiration(hashed(id), expiresAt);
	}
	override deleteSession(id: string) {
		return super.deleteSession(hashed(id));
	}
}

/** `__Host-` binds the cookie to this host over https (RFC 6265bis 4.1.3.2). */
export const SESSION_COOKIE = isSecure ? "__Host-session" : "session";

let made: Lucia<Record<never, never>, Account> | undefined;

const lucia = () => {
	made ??= new Lucia(
		new HashedSessions(pool, { user: "users", session: "sessions" }),
		{
			sessionExpiresIn: new TimeSpan(env.SESSION_DAYS, "d"),
			sessionCookie: {
				name: SESSION_COOKIE,
				attributes: { secure: isSecure, sameSite: "lax", path: "/" },
			},
			getUserAttributes: (account) => account,
		},
	);
	return made;
};

/** Characters of a session's id that are random: 120 bits. The rest is their signature. */
const RANDOM = 24;

const signed = (random: string) => `session ${random}`;

async function newId() {
	const random = generateIdFromEntropySize((RANDOM * 5) / 8);
	return random + (await signatureOf(signed(random)));
}

/** Whether a session that began here is named, even one that has ended: told from its id alone, without a look-up. */
export async function hasBegunHere(cookie: string | undefined) {
	const id = cookieValue(cookie, SESSION_COOKIE) ?? "";
	return isSigned(signed(id.slice(0, RANDOM)), id.slice(RANDOM));
}

type Args = { request: Request; context: AppLoadContext };

const viewers = new WeakMap<AppLoadContext, Promise<Viewer | null>>();
/** Ids of sessions that began with a request and whose cookie has not travelled yet. */
const begun = new WeakMap<AppLoadContext, string>();

/** The signed-in account, or null; looked up once a request. Renews the cookie in the second half of its life. */
export function getViewer({ request, context }: Args): Promise<Viewer | null> {
	let viewer = viewers.get(context);
	if (!viewer) {
		viewer = readViewer(request, context);
		viewers.set(context, viewer);
	}
	return viewer;
}

const sentId = ({ headers }: Request) =>
	cookieValue(headers.get("Cookie"), SESSION_COOKIE);

async function readViewer(request: Request, context: AppLoadContext) {
	const id = begun.get(context) ?? sentId(request);
	if (!id) return null;
	context.isPersonal = true;
	const { session, user } = await lucia().validateSession(id);
	if (!session) {
		context.cookies.push(lucia().createBlankSessionCookie().serialize());
		return null;
	}
	if (session.fresh)
		context.cookies.push(lucia().createSessionCookie(id).serialize());
	return { ...user, sessionId: id };
}

/**
 * Begins a new session for an account; the one the browser had before ends. Whatever is still asked in this request is
 * asked by the account.
 */
export async function beginSession(
	{ request, context }: Args,
	userId: UserId,
): Promise<void> {
	const old = sentId(request);
	if (old) await lucia().invalidateSession(old);
	const sessionId = await newId();
	const session = await lucia().createSession(userId, {}, { sessionId });
	begun.set(context, session.id);
	viewers.delete(context);
	context.cookies.push(lucia().createSessionCookie(session.id).serialize());
}

/** Whether the session began with this very request: the page that it answers with is still the sign-in's own. */
export const hasJustSignedIn = ({ context }: Args) => begun.has(context);

/** Ends the viewer's session. */
export async function endSession({ context }: Args, viewer: Viewer) {
	await lucia().invalidateSession(viewer.sessionId);
	viewers.set(context, Promise.resolve(null));
	context.cookies.push(lucia().createBlankSessionCookie().serialize());
}
