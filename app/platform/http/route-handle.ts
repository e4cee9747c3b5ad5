/** What a route asks of the server around Remix, all of it optional: `export const handle: RouteHandle = { … }`. */
export type RouteHandle = {
	/** Keeps the page for visitors, once for each set of parameters (server/page-cache.ts): all of them see the same. */
	isKept?: true;
	/**
	 * How much its forms may carry, if not a reply: "little", like a vote; "resume", as little unless a permit is signed
	 * for more (accounts/resume-permit.server.ts); "lesson", from those who were signed in here.
	 */
	carries?: "little" | "resume" | "lesson";
	fieldsMax?: number;
	/** Sources to add to the content security policy, by directive: `{ "img-src": "blob:" }`. */
	sources?: Record<string, string>;
};
