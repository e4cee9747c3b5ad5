import type { AppLoadContext } from "@remix-run/node";
import { beginSession } from "#app/accounts/sessions.server.ts";
import { siteUrl } from "#app/platform/env.server.ts";

/** What the HTTP server would hand to a loader: a page, asked for by a browser on this machine. */
export const makeContext = (
	given: Partial<AppLoadContext> = {},
): AppLoadContext => ({
	requestId: "test",
	address: "127.0.0.1",
	isDocument: true,
	nonce: "nonce",
	prose: new Map(),
	cookies: [],
	courseId: null,
	...given,
});

/** The Cookie header of a new session of this account; empty for a visitor. */
export async function cookieOf(by: { id: number } | null): Promise<string> {
	if (!by) return "";
	const context = makeContext();
	await beginSession({ request: new Request(siteUrl), context }, by.id);
	return context.cookies[0]?.split(";", 1)[0] ?? "";
}

type Asked = {
	/** Who asks; null: a visitor. */
	by: { id: number } | null;
	path: string;
	params?: Record<string, string>;
	/** With it a POST. */
	form?: Record<string, string>;
	context?: Partial<AppLoadContext>;
};

/** The arguments of a loader or an action, as the server would make them. */
export async function argsOf({ by, path, params = {}, form, context }: Asked) {
	const headers = new Headers({ Cookie: await cookieOf(by) });
	const request = new Request(new URL(path, siteUrl), {
		headers,
		...(form && { method: "POST", body: new URLSearchParams(form) }),
	});
	return { request, params, context: makeContext(context) };
}

/**
 * The status that a loader or an action answers with, whether it returns, throws or gives data with a status; and what
 * it gives.
 */
export async function answerOf(
	work: () => unknown,
): Promise<{ status: number; location: string | null; data: unknown }> {
	let result: unknown;
	try {
		result = await work();
	} catch (thrown) {
		if (!(thrown instanceof Response)) throw thrown;
		result = thrown;
	}
	if (result instanceof Response)
		return {
			status: result.status,
			location: result.headers.get("Location"),
			data: null,
		};
	if (result && typeof result === "object" && "type" in result) {
		const { data, init } = result as unknown as {
			data: unknown;
			init: ResponseInit | null;
		};
		return { status: init?.status ?? 200, location: null, data };
	}
	return { status: 200, location: null, data: result };
}
