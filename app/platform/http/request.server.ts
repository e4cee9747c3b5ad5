import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { Failure } from "#app/platform/forms/failure.ts";
import { localPath } from "#app/platform/http/local-path.ts";
import type { Unavailable } from "#app/platform/unavailable.ts";

/** A request for data that the server refuses before its route is asked. */
export type Refused = {
	status: number;
	refusal: Failure["refusal"];
	/** Seconds. */
	retryAfter?: number;
	/** The sentence of the plain page. */
	text?: string;
};

export type RequestContext = {
	requestId: string;
	address: string;
	isDocument: boolean;
	/** A fetcher asks one loader for data. */
	isPart?: boolean;
	/** Undefined on a page that will be cached: its scripts are named by hash. */
	nonce: string | undefined;
	/** Written HTML by element id: rendered into the page, never sent a second time as data. */
	prose: Map<string, string>;
	/** The rendered page. The Response's streams would encode and copy it three times. */
	html: string | null;
	/** More for the document's head (sharing/head.server.ts). */
	head?: string;
	cookies: string[];
	/** What is done when the answer is sent (after-sending.server.ts). */
	later: (() => Promise<unknown>)[];
	/** A session was looked up, found or not: the answer is never cached. */
	isPersonal: boolean;
	/** The course whose changes make the page stale. Null: every change; NO_COURSE: those of no course. */
	courseId: number | null;
	unavailable?: Unavailable;
	refused?: Refused;
};

type Args = { request: Request; context: AppLoadContext };

export const notFound = () => new Response(null, { status: 404 });

export const forbidden = () => new Response(null, { status: 403 });

/** @throws Response 404 unless a positive integer that fits the database's */
export function idFrom(text: string | undefined): number {
	if (!text || !/^[1-9]\d{0,8}$/.test(text)) throw notFound();
	return Number(text);
}

export function wordFrom(text: string | undefined): string {
	if (!text || !/^[a-z0-9_-]{1,60}$/.test(text)) throw notFound();
	return text;
}

/** @throws Response 302 to the last page, where `page` is beyond it: lists shrink while they are read */
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

export function backPath(request: Request, fallback: string): string {
	const referer = request.headers.get("Referer");
	if (!referer || !URL.canParse(referer)) return fallback;
	const { pathname, search } = new URL(referer);
	return localPath(pathname + search, fallback);
}

/** A fetcher gets `result` and stays. @throws Response 303 for a plain form, to `hash` on its page or to `fallback` */
export function done<Result>(
	{ request, context }: Args,
	result: Result,
	fallback: string,
	hash = "",
): Result {
	if (!context.isDocument) return result;
	throw redirect(backPath(request, fallback) + hash, 303);
}
