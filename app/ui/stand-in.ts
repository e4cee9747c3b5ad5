import { useEffect } from "react";
import type { Failure } from "#app/platform/failure.ts";
import { SUBMISSION_MAX } from "#app/platform/submission.ts";

/** The status of an answer that did not come. */
export const NO_ANSWER = 504;

const REFUSALS: Record<number, Failure["refusal"]> = {
	401: "signedOut",
	403: "otherOrigin",
	413: "tooLarge",
	429: "tooFast",
	503: "unavailable",
};

/** Why a form did not go through. What is far too large meets a closed connection before it can read of it. */
const refusalOf = (status: number, form: string) =>
	REFUSALS[status] ?? (form.length > SUBMISSION_MAX ? "tooLarge" : "offline");

/**
 * Stands in for the server where it does not answer, or something before Remix did. Remix would put the page about a bug
 * over everything; so a form hears of it as of any other refusal, and a page as of an error of its own.
 */
export function standInForServer(): void {
	const ask = window.fetch;
	window.fetch = async (address, init) => {
		const answer = await ask(address, init)
			.then(readWhole)
			.catch((error) => {
				if (init?.signal?.aborted) throw error;
				return Response.error();
			});
		// Remix asks for URLs, and marks what it answers.
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
		// A part of a page alone is what a field offers while one types: nothing, then.
		if (address.searchParams.has("_routes"))
			return new Response(null, { status: 204 });
		// The whole page may be at hand from before.
		if (answer.status === 503) return loadWhole(address);
		throw new Response(null, { status: NO_ANSWER });
	};
}

/** Leaves for the page whose data was asked for, and gives no answer. */
function loadWhole({ pathname, search }: URL): Promise<never> {
	const path = pathname.replace(/(?:_root)?\.data$/, "");
	location.assign(path + search);
	return new Promise(() => {});
}

/** An answer with the whole of its body: one that breaks off is none, and none is called off while Remix reads it. */
const readWhole = async (answer: Response) =>
	answer.body ? new Response(await answer.blob(), answer) : answer;

/** What an action gives, as single fetch encodes it: every value in a place of its own, fields by their places. */
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
 * Remix fetches the code of an address when it is first asked, a verb's too, and loads the page anew where it cannot:
 * without a network that would be the end of the page. So an address does without, and only its page is loaded anew.
 */
export function useCodeWhereItComes(): void {
	useEffect(() => {
		for (const route of __remixRouter.routes[0]?.children ?? []) {
			const { lazy, id } = route;
			const { module = "" } = __remixManifest.routes[id] ?? {};
			if (lazy)
				route.lazy = (() =>
					import(/* @vite-ignore */ module).then(lazy, () => ({
						Component: LoadAnew,
					}))) as typeof lazy;
		}
	}, []);
}

function LoadAnew() {
	useEffect(() => location.reload(), []);
	return null;
}
