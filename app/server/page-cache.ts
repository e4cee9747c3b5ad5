import { createHash } from "node:crypto";
import type {
	IncomingMessage,
	OutgoingHttpHeaders,
	ServerResponse,
} from "node:http";
import { LRUCache } from "lru-cache";
import { SESSION_COOKIE } from "#app/accounts/sessions.server.ts";
import { askedLanguage } from "#app/platform/http/asked-language.server.ts";
import { cookieValue } from "#app/platform/http/cookie.ts";
import type { RequestContext } from "#app/platform/http/request.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { asTheme } from "#app/platform/language.ts";
import { log } from "#app/platform/log.server.ts";
import {
	generationNow,
	hasLostNothing,
	hearsOthers,
	isUnchanged,
} from "#app/platform/postgres/changes.server.ts";
import { isAway } from "#app/platform/postgres/presence.server.ts";
import { addressOf } from "#app/server/address.ts";
import { gzipped, takesGzip, unzipped } from "#app/server/gzip.ts";
import { markOld } from "#app/server/old-page.ts";
import { policy } from "#app/server/security.ts";

// Whole pages for visitors, sent as kept for a minute or until their course changes. For ten minutes they stand in
// while the database is away, unless something they show was removed. A page rendered during a change is not kept.
type Page = {
	courseId: number | null;
	generation: number;
	renderedAt: number;
	headers: OutgoingHttpHeaders;
	body: Buffer;
	isSmall: boolean;
	/** Shown as old; never fresh again. */
	isOld: boolean;
};
type Ticket = { key: string; generation: number };

const FRESH_MS = 60_000;
const KEPT_MS = 600_000;
const KEPT_BYTES = 32 * 1024 * 1024;
/** Characters. None of our links is longer, and none has more parameters. */
const URL_MAX = 500;
const PARAMETERS_MAX = 8;

const SCRIPTS = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const pages = new LRUCache<string, Page>({
	maxSize: KEPT_BYTES,
	sizeCalculation: (page, key) => page.body.length + 2 * key.length + 2048,
	ttl: KEPT_MS,
});
const languageOf = ({ headers }: IncomingMessage) =>
	askedLanguage(headers.cookie, headers["accept-language"]);

function keyOf(req: IncomingMessage): string | null {
	const { method, url = "/", headers } = req;
	if (method !== "GET" || url.length > URL_MAX) return null;
	const { cookie } = headers;
	if (cookieValue(cookie, SESSION_COOKIE) !== undefined) return null;
	const { path, query } = addressOf(url);
	const theme = asTheme(cookieValue(cookie, "theme"));
	const key = `${languageOf(req)} ${theme} ${path}`;
	if (!query) return key;
	const parameters = new URLSearchParams(query);
	if (parameters.size > PARAMETERS_MAX) return null;
	// Values of one name keep their order: a page reads the first.
	parameters.sort();
	return `${key}?${parameters}`;
}

/** Only for browsers that take gzip. While the database is away, the page is marked as old. */
export function cachedPage(req: IncomingMessage, res: ServerResponse): boolean {
	const key = takesGzip(req) ? keyOf(req) : null;
	const page = key && pages.get(key);
	if (!page) return false;
	const age = Date.now() - page.renderedAt;
	const isFresh = !page.isOld && age < FRESH_MS && isUnchanged(page);
	if (hearsOthers() && !isAway() && isFresh) {
		res.writeHead(200, page.headers);
		res.end(page.body);
		if (!page.isSmall)
			makeSmall(key, page).catch((err) => log.warn({ err }, "left as it was"));
		return true;
	}
	if (!isAway() || !hasLostNothing(page)) return false;
	if (!page.isOld) {
		page.body = markOld(page, languageOf(req));
		page.isOld = true;
		pages.set(key, page, { ttl: pages.getRemainingTTL(key) });
	}
	res.writeHead(200, {
		...page.headers,
		"cache-control": "no-store",
		age: String(Math.floor(age / 1000)),
		"content-length": page.body.length,
	});
	res.end(page.body);
	return true;
}

/** The first request does not wait for the best compression; a second one makes it worthwhile. */
async function makeSmall(key: string, page: Page) {
	page.isSmall = true;
	const body = await gzipped(await unzipped(page.body), { level: 9 });
	if (page.isOld || pages.peek(key) !== page) return;
	page.body = body;
	page.headers = { ...page.headers, "content-length": body.length };
	pages.set(key, page, { ttl: pages.getRemainingTTL(key) });
}

/** Call it before rendering. Null where the page cannot be kept. */
export function startedAt(req: IncomingMessage): Ticket | null {
	const key = takesGzip(req) && hearsOthers() ? keyOf(req) : null;
	return key === null ? null : { key, generation: generationNow() };
}

export async function keepPage(
	ticket: Ticket,
	context: RequestContext,
	{ html, body, status }: { html: string; body: Buffer; status: number },
	{ sources }: RouteHandle,
	res: ServerResponse,
): Promise<void> {
	const scripts = [...html.matchAll(SCRIPTS)].map(
		([, script = ""]) =>
			`'sha256-${createHash("sha256").update(script).digest("base64")}'`,
	);
	const compressed = await gzipped(body, { level: 3 });
	res.setHeader(
		"Content-Security-Policy",
		policy([...new Set(scripts)], sources),
	);
	res.setHeader("Cache-Control", "private, no-cache");
	res.setHeader("Vary", "Accept-Language, Cookie, Accept-Encoding");
	const { courseId } = context;
	const headers = {
		...res.getHeaders(),
		"content-encoding": "gzip",
		"content-length": compressed.length,
	};
	const page = {
		...{ courseId, headers, body: compressed, isSmall: false, isOld: false },
		...{ generation: ticket.generation, renderedAt: Date.now() },
	};
	// A page that looked up a session is never for others, whatever the request looked like.
	const isForAll = !context.isPersonal && !context.cookies.length;
	if (status === 200 && isForAll && hasLostNothing(page))
		pages.set(ticket.key, page);
	res.writeHead(status, headers);
	res.end(compressed);
}
