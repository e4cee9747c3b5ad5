import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";
import { isSecure, ownOrigins } from "#app/platform/env.server.ts";
import { sendPlainPage } from "#app/server/plain-page.ts";

/** All headers but the policy, which names the scripts of its page. `same-origin`: plain forms send their Origin. */
export const securityHeaders = helmet({
	contentSecurityPolicy: false,
	referrerPolicy: { policy: "same-origin" },
	strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
	crossOriginEmbedderPolicy: false,
});

// Vite's own styles and its channel to the browser, in development alone.
const DEV = import.meta.env.DEV
	? { style: " 'unsafe-inline'", connect: " ws:" }
	: { style: "", connect: "" };

/** The Content-Security-Policy of a page whose inline scripts are the `scripts` (nonce or hash sources). */
export const policy = (scripts: string[]) =>
	[
		"default-src 'none'",
		["script-src 'self'", ...scripts].join(" "),
		`style-src 'self'${DEV.style}`,
		"img-src 'self' data:",
		"font-src 'self'",
		`connect-src 'self'${DEV.connect}`,
		"manifest-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join("; ");

const SAFE = new Set(["GET", "HEAD"]);

/**
 * Every write must say that it comes from this site: by Origin, else by Sec-Fetch-Site (OWASP CSRF Prevention,
 * "Fetch Metadata" and "Verifying Origin"). Compared with the configured address, never with another header.
 */
export function sameOrigin(req: Request, res: Response, next: NextFunction) {
	if (SAFE.has(req.method)) return next();
	const origin = req.get("Origin");
	const own = origin
		? ownOrigins.has(origin)
		: req.get("Sec-Fetch-Site") === "same-origin";
	if (own) return next();
	sendPlainPage(req, res, 403, (pages) => pages.otherOrigin);
}
