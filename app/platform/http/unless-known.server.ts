import { createHash } from "node:crypto";

/** A text for programs that ask again and again: 304 to those who have it (RFC 9110, 13.1.2). */
export function unlessKnown(
	request: Request,
	text: string,
	type: string,
): Response {
	const digest = createHash("sha256").update(text).digest("base64url");
	// Weak: it is the same text, zipped or not.
	const tag = `W/"${digest}"`;
	const headers = { ETag: tag, "Cache-Control": "public, no-cache" };
	const known = request.headers.get("If-None-Match") ?? "";
	const isKnown = known.includes(`"${digest}"`) || known.trim() === "*";
	return isKnown
		? new Response(null, { status: 304, headers })
		: new Response(text, { headers: { ...headers, "Content-Type": type } });
}
