import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { localPath } from "#app/platform/local-path.ts";
import type { Unavailable } from "#app/platform/unavailable.ts";

/** What the HTTP server knows of a request; Remix hands the same object to every loader, action and the render. */
export type RequestContext = {
	requestId: string;
	/** The caller's address, behind TRUST_PROXY proxies. */
	address: string;
	/** A whole page is asked for, not the data of one. */
	isDocument: boolean;
	/** For the inline scripts; undefined on a page that will be cached, whose scripts are named by hash. */
	nonce: string | undefined;
	/** HTML of what people wrote, by element id: rendered into the page, never sent a second time as data. */
	prose: Map<string, string>;
	/** The rendered page. It goes past the Response, whose streams would encode and copy it three times. */
	html: string | null;
	/** Set-Cookie headers to be sent with the answer. */
	cookies: string[];
	/** A session was looked up, whatever came of it: the answer is its sender's alone and is never kept for others. */
	isPersonal: boolean;
	/** The course whose changes make the page stale; null: every change does; NO_COURSE: those of no course alone. */
	courseId: number | null;
	/** Why the page cannot be made just now, once something has met that. */
	unavailable?: Unavailable;
};

type Args = { request: Request; context: AppLoadContext };

/** 404, the same whether the thing is missing or hidden. */
export const notFound = () => new Response(null, { status: 404 });

/** 403: it is there, and not for you. */
export const forbidden = () => new Response(null, { status: 403 });

/**
 * A positive integer from an address (at most what the database's integer holds), else a 404.
 * @throws Response 404
 */
export function idFrom(text: string | undefined): number {
	if (!text || !/^[1-9]\d{0,8}$/.test(text)) throw notFound();
	return Number(text);
}

/**
 * A word from an address, as courses and people are called there, else a 404.
 * @throws Response 404
 */
export function wordFrom(text: string | undefined): string {
	if (!text || !/^[a-z0-9_-]{1,60}$/.test(text)) throw notFound();
	return text;
}

/**
 * How many pages a list of `count` makes, from 1 up. Lists grow shorter while they are read: a filter's most of all.
 * @throws Response 302 to the last page, where `page` is beyond it
 */
export function pagesOf(
	{ url }: Request,
	{ count, perPage, page }: { count: number; perPage: number; page: number },
): number {
	const pages = Math.max(1, Math.ceil(count / perPage));
	if (page <= pages) return pages;
	const { pathname, searchParams } = new URL(url);
	searchParams.set("page", String(pages));
	throw redirect(`${pathname}?${searchParams}`);
}

/** The page of this site that a form was sent from, or `fallback`. */
export function backPath(request: Request, fallback: string): string {
	const referer = request.headers.get("Referer");
	if (!referer || !URL.canParse(referer)) return fallback;
	const { pathname, search } = new URL(referer);
	return localPath(pathname + search, fallback);
}

/**
 * After a verb (vote, pin, lock …): a fetcher gets `result` and stays where it is.
 * @throws Response 303 for a plain form: to the page it came from, at `hash`, or to `fallback`
 */
export function done<Result>(
	{ request, context }: Args,
	result: Result,
	fallback: string,
	hash = "",
): Result {
	if (!context.isDocument) return result;
	throw redirect(backPath(request, fallback) + hash, 303);
}
