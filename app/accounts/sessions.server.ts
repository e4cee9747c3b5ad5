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
import {
	type AccountSettings,
	accountSettings,
} from "#app/accounts/settings.ts";
import { env, isSecure } from "#app/platform/env.server.ts";
import { cookieValue } from "#app/platform/http/cookie.ts";
import { fragment, pool, sql } from "#app/platform/postgres/db.server.ts";
import { isSigned, signatureOf } from "#app/platform/signature.server.ts";
import { threads } from "#app/visibility/relations.server.ts";

// Lucia's development has ended, so only this file uses it. The cookie holds the id, the database its SHA-256: a copy
// of the table signs nobody in.

type Account = {
	handle: string;
	name: string;
	isOwner: boolean;
	/** Unread notifications, up to NEWS_COUNTED. */
	news: number;
	settings: AccountSettings;
};

export type Viewer = Account & { id: number; sessionId: string };

declare module "lucia" {
	interface Register {
		Lucia: Lucia<Record<never, never>, Account>;
		UserId: number;
		DatabaseUserAttributes: Account;
	}
}

const hashed = (id: string) => createHash("sha256").update(id).digest("hex");

/** More are not told apart on the page. */
const NEWS_COUNTED = 100;

/** The account `u` of the statement itself. */
const SIGNED_IN = {
	id: fragment("u.id"),
	isOwner: fragment("u.owner_at IS NOT NULL"),
};

class HashedSessions extends NodePostgresAdapter {
	override async getSessionAndUser(
		id: string,
	): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const [row] = await sql<Account & { userId: number; expiresAt: Date }>`
			SELECT s.user_id AS "userId", s.expires_at AS "expiresAt", u.handle, u.name,
				u.owner_at IS NOT NULL AS "isOwner", u.settings,
				(SELECT count(*)::int FROM (
					SELECT 1 FROM notifications n JOIN ${threads(SIGNED_IN)} t ON t.id = n.thread_id
					WHERE n.user_id = u.id AND n.read_at IS NULL LIMIT ${NEWS_COUNTED}
				) AS unread) AS news
			FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ${hashed(id)}`;
		if (!row) return [null, null];
		const { userId, expiresAt, ...account } = row;
		account.settings = accountSettings.parse(row.settings);
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

/** Random characters of an id: 120 bits. The rest is their signature. */
const RANDOM = 24;

const signed = (random: string) => `session ${random}`;

async function newId() {
	const random = generateIdFromEntropySize((RANDOM * 5) / 8);
	return random + (await signatureOf(signed(random)));
}

/** Whether the cookie names a session of this site, even an ended one; read from the id, without a look-up. */
export async function hasBegunHere(cookie: string | undefined) {
	const id = cookieValue(cookie, SESSION_COOKIE) ?? "";
	return isSigned(signed(id.slice(0, RANDOM)), id.slice(RANDOM));
}

type Args = { request: Request; context: AppLoadContext };

const viewers = new WeakMap<AppLoadContext, Promise<Viewer | null>>();
/** Sessions begun in a request, whose cookie has not travelled yet. */
const begun = new WeakMap<AppLoadContext, string>();

/** Looked up once a request. Renews the cookie in the second half of its life. */
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

/** Ends the browser's earlier session; the rest of the request runs as the account. */
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

/** In this request: the page it answers with is still the sign-in's own. */
export const hasJustSignedIn = ({ context }: Args) => begun.has(context);

export async function endSession({ context }: Args, viewer: Viewer) {
	await lucia().invalidateSession(viewer.sessionId);
	viewers.set(context, Promise.resolve(null));
	context.cookies.push(lucia().createBlankSessionCookie().serialize());
}
