import { createHash } from "node:crypto";
import type {
	IncomingMessage,
	OutgoingHttpHeaders,
	ServerResponse,
} from "node:http";
import { LRUCache } from "lru-cache";
import { SESSION_COOKIE } from "#app/accounts/sessions.server.ts";
import { hearsOthers, onChange } from "#app/platform/changes.server.ts";
import { cookieValue } from "#app/platform/cookie.ts";
import type { RequestContext } from "#app/platform/http.server.ts";
import { askedLanguage, asTheme } from "#app/platform/i18n/language.ts";
import { log } from "#app/platform/log.server.ts";
import { isAway } from "#app/platform/presence.server.ts";
import { addressOf } from "#app/server/address.ts";
import { gzipped, takesGzip, unzipped } from "#app/server/gzip.ts";
import { LastChanges } from "#app/server/last-changes.ts";
import { markOld } from "#app/server/old-page.ts";
import { policy } from "#app/server/security.ts";

/*
 * Pages for those who are not signed in, whole: rendered, hashed and compressed once, sent as they are for a minute or
 * until their course changes. A page that was being rendered while a change came is shown once and not kept.
 *
 * For ten minutes they are at hand for a time without the database, unless something that they show was taken away.
 */
type Page = {
	courseId: number | null;
	/** The changes that had come when it was begun, and the time. */
	generation: number;
	renderedAt: number;
	headers: OutgoingHttpHeaders;
	/** Gzipped. */
	body: Buffer;
	/** As small as can be. */
	isSmall: boolean;
	/** Marked as old, never again fresh. */
	isOld: boolean;
};
type Ticket = { key: string; generation: number };

const FRESH_MS = 60_000;
const KEPT_MS = 600_000;
const KEPT_BYTES = 32 * 1024 * 1024;
/** Characters of a key. No link of ours is longer; what is made up to be so is not kept. */
const KEY_MAX = 500;
/** The search parameters that pages read; others change nothing and make no page of their own. */
const PARAMETERS = [
	"page",
	"sort",
	"under",
	"kind",
	"lesson",
	"filter",
	"block",
	"before",
	"redirectTo",
	"ended",
	"parent",
];

const SCRIPTS = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const pages = new LRUCache<string, Page>({
	maxSize: KEPT_BYTES,
	sizeCalculation: (page, key) => page.body.length + 2 * key.length + 2048,
	ttl: KEPT_MS,
});
let generation = 0;

const changes = new LastChanges();
/** Those that took something away. */
const losses = new LastChanges();

onChange((courseId, adds) => {
	generation += 1;
	changes.note(courseId, generation);
	if (!adds) losses.note(courseId, generation);
});

const languageOf = ({ headers }: IncomingMessage) =>
	askedLanguage(headers.cookie, headers["accept-language"]);

function keyOf(req: IncomingMessage): string | null {
	if (req.method !== "GET") return null;
	const { cookie } = req.headers;
	if (cookieValue(cookie, SESSION_COOKIE) !== undefined) return null;
	const { path, query } = addressOf(req.url);
	if (path.endsWith(".data") || path.startsWith("/assets/")) return null;
	const language = languageOf(req);
	const theme = asTheme(cookieValue(cookie, "theme"));
	let key = `${language} ${theme} ${path}`;
	if (query) {
		const given = new URLSearchParams(query);
		for (const name of PARAMETERS)
			if (given.has(name))
				key += `&${name}=${encodeURIComponent(given.get(name) ?? "")}`;
	}
	return key.length <= KEY_MAX ? key : null;
}

/**
 * Sends the kept page, if there is one and the browser takes gzip: as it is while it is fresh, marked as old while the
 * database is away.
 */
export function cachedPage(req: IncomingMessage, res: ServerResponse): boolean {
	const key = takesGzip(req) ? keyOf(req) : null;
	const page = key && pages.get(key);
	if (!page) return false;
	const age = Date.now() - page.renderedAt;
	const isFresh = !page.isOld && age < FRESH_MS && changes.areIn(page);
	if (hearsOthers() && isFresh) {
		res.writeHead(200, page.headers);
		res.end(page.body);
		if (!page.isSmall)
			makeSmall(key, page).catch((err) => log.warn({ err }, "left as it was"));
		return true;
	}
	if (!isAway() || !losses.areIn(page)) return false;
	if (!page.isOld) {
		page.body = markOld(page, languageOf(req));
		page.isOld = true;
		// Counts its bytes again.
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

/** A page that is asked for again is worth the time that the best compression takes; who asked first did not wait for it. */
async function makeSmall(key: string, page: Page) {
	page.isSmall = true;
	const body = await gzipped(await unzipped(page.body), { level: 9 });
	if (page.isOld || pages.peek(key) !== page) return;
	page.body = body;
	page.headers = { ...page.headers, "content-length": body.length };
	pages.set(key, page, { ttl: pages.getRemainingTTL(key) });
}

/** To be taken before a page is rendered that might be kept; null where it cannot be. */
export function startedAt(req: IncomingMessage): Ticket | null {
	const key = takesGzip(req) && hearsOthers() ? keyOf(req) : null;
	return key === null ? null : { key, generation };
}

/** Names the page's inline scripts by hash, keeps it unless something changed meanwhile, and sends it. */
export async function keepPage(
	ticket: Ticket,
	context: RequestContext,
	status: number,
	{ html, body }: { html: string; body: Buffer },
	res: ServerResponse,
): Promise<void> {
	const scripts = [...html.matchAll(SCRIPTS)].map(
		([, script = ""]) =>
			`'sha256-${createHash("sha256").update(script).digest("base64")}'`,
	);
	const compressed = await gzipped(body, { level: 3 });
	res.setHeader("Content-Security-Policy", policy([...new Set(scripts)]));
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
	// Whatever the request looked like: what a session was looked up for is no page for visitors.
	const isForAll = !context.isPersonal && !context.cookies.length;
	if (status === 200 && isForAll && losses.areIn(page))
		pages.set(ticket.key, page);
	res.writeHead(status, headers);
	res.end(compressed);
}
