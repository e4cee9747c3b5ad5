import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";
import { isSecure, ownOrigins } from "#app/platform/env.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { sendRefusal } from "#app/server/refusals.ts";

/** The policy is set per page, as it names the scripts. `same-origin`: plain forms send their Origin. */
export const securityHeaders = helmet({
	contentSecurityPolicy: false,
	referrerPolicy: { policy: "same-origin" },
	strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
	crossOriginEmbedderPolicy: false,
});

const DEV = import.meta.env.DEV
	? { style: " 'unsafe-inline'", connect: " ws:" }
	: { style: "", connect: "" };

const NONE = "'none'";

const SOURCES = {
	"default-src": NONE,
	"script-src": "'self'",
	"style-src": `'self'${DEV.style}`,
	"img-src": "'self' data:",
	"font-src": "'self'",
	"connect-src": `'self'${DEV.connect}`,
	"manifest-src": "'self'",
	"form-action": "'self'",
	"base-uri": NONE,
	"frame-ancestors": NONE,
};

/** Of a page with these inline scripts, whose route adds sources of its own. */
export function policy(scripts: string[], own: RouteHandle["sources"] = {}) {
	const sources: Record<string, string> = { ...SOURCES };
	const added = [
		...Object.entries(own),
		...scripts.map((script) => ["script-src", script] as const),
	];
	for (const [name, source] of added) {
		const { [name]: before = NONE } = sources;
		sources[name] = before === NONE ? source : `${before} ${source}`;
	}
	return Object.entries(sources)
		.map((directive) => directive.join(" "))
		.join("; ");
}

const SAFE = new Set(["GET", "HEAD"]);

/** Origin, else Sec-Fetch-Site (OWASP CSRF Prevention), must match the configured address, not a header. */
export function sameOrigin(req: Request, res: Response, next: NextFunction) {
	if (SAFE.has(req.method)) return next();
	const origin = req.get("Origin");
	const own = origin
		? ownOrigins.has(origin)
		: req.get("Sec-Fetch-Site") === "same-origin";
	if (own) return next();
	const refused = { status: 403, refusal: "otherOrigin" } as const;
	if (sendRefusal(req, res, refused, (pages) => pages.otherOrigin)) next();
}
