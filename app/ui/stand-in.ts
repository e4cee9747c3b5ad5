import { useEffect } from "react";
import type { Failure } from "#app/platform/failure.ts";
import { SUBMISSION_MAX } from "#app/platform/submission.ts";

export const NO_ANSWER = 504;

const REFUSALS: Record<number, Failure["refusal"]> = {
	401: "signedOut",
	403: "otherOrigin",
	413: "tooLarge",
	429: "tooFast",
	503: "unavailable",
};

/** A far too large form meets a closed connection before any status. */
const refusalOf = (status: number, form: string) =>
	REFUSALS[status] ?? (form.length > SUBMISSION_MAX ? "tooLarge" : "offline");

/** Remix would replace the whole page by an error page where the server does not answer. */
export function standInForServer(): void {
	const ask = window.fetch;
	window.fetch = async (address, init) => {
		const answer = await ask(address, init)
			.then(readWhole)
			.catch((error) => {
				if (init?.signal?.aborted) throw error;
				return Response.error();
			});
		// Remix asks for URLs, and marks its answers.
		const isOurs = address instanceof URL;
		if (!isOurs || answer.headers.has("X-Remix-Response")) return answer;
		const retryAfter = Number(answer.headers.get("Retry-After"));
		if (init?.body)
			return new Response(
				encoded({
					ok: false,
					values: Object.fromEntries(init.body as URLSearchParams),
					errors: {},
					refusal: refusalOf(answer.status, String(init.body)),
					details: {},
					...(retryAfter && { retryAfter }),
				}),
				{ status: NO_ANSWER },
			);
		// Suggestions while typing: then there are none.
		if (address.searchParams.has("_routes"))
			return new Response(null, { status: 204 });
		// The page cache may still have the whole page.
		if (answer.status === 503) return loadWhole(address);
		throw new Response(null, { status: NO_ANSWER });
	};
}

/** Never resolves, as the page is left. */
function loadWhole({ pathname, search }: URL): Promise<never> {
	const path = pathname.replace(/(?:_root)?\.data$/, "");
	location.assign(path + search);
	return new Promise(() => {});
}

/** Reads the body first: a broken answer is no answer, and Remix cannot abort the rest. */
const readWhole = async (answer: Response) =>
	answer.body ? new Response(await answer.blob(), answer) : answer;

/** Single fetch's encoding: values in a flat list, fields by their indices. */
function encoded(data: Failure): string {
	const places: unknown[] = [];
	const place = (value: unknown): number => {
		const at = places.push(value) - 1;
		if (value instanceof Object)
			places[at] = Object.fromEntries(
				Object.entries(value).map(([key, one]) => [
					`_${place(key)}`,
					place(one),
				]),
			);
		return at;
	};
	place({ data });
	return JSON.stringify(places);
}

/**
 * Remix would reload the present page where a route's code cannot load, even a verb's. A route that shows no page is
 * loaded by the browser too: a link in somebody's text may lead to one.
 */
export function useCodeWhereItComes(): void {
	useEffect(() => {
		for (const route of __remixRouter.routes[0]?.children ?? []) {
			const { lazy, id } = route;
			const { module = "" } = __remixManifest.routes[id] ?? {};
			if (lazy)
				route.lazy = (() =>
					import(/* @vite-ignore */ module)
						.catch(() => ({}))
						.then<unknown>((code: { default?: unknown }) =>
							code.default ? lazy() : { Component: LoadAnew },
						)) as typeof lazy;
		}
	}, []);
}

function LoadAnew() {
	useEffect(() => location.reload(), []);
	return null;
}
