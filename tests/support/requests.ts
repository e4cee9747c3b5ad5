import type { AppLoadContext } from "@remix-run/node";
import { beginSession } from "#app/accounts/sessions.server.ts";
import { siteUrl } from "#app/platform/env.server.ts";
import type { Failure } from "#app/platform/forms/failure.ts";

/** What the HTTP server would pass to a loader: a page request from a browser on this machine. */
export const makeContext = (
	given: Partial<AppLoadContext> = {},
): AppLoadContext => ({
	requestId: "test",
	address: "127.0.0.1",
	isDocument: true,
	nonce: "nonce",
	prose: new Map(),
	html: null,
	cookies: [],
	later: [],
	isPersonal: false,
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
	/** null: a visitor. */
	by: { id: number } | null;
	path: string;
	params?: Record<string, string>;
	/** Makes it a POST. */
	form?: Record<string, string>;
	context?: Partial<AppLoadContext>;
	/** An existing session instead of a new one. */
	cookie?: string;
};

export type Args = {
	request: Request;
	params: Record<string, string>;
	context: AppLoadContext;
};

/** The arguments of a loader or an action, as the server would make them for a browser. */
export async function argsOf({
	by,
	path,
	params = {},
	form,
	context,
	cookie,
}: Asked): Promise<Args> {
	const headers = new Headers({
		Cookie: cookie ?? (await cookieOf(by)),
		"Sec-Fetch-Mode": "navigate",
	});
	const request = new Request(new URL(path, siteUrl), {
		headers,
		...(form && { method: "POST", body: new URLSearchParams(form) }),
	});
	return { request, params, context: makeContext(context) };
}

export type Answer<Data> = {
	status: number;
	location: string | null;
	/** Seconds. */
	retryAfter: string | null;
	data: Data;
};

type WithInit = { data: unknown; init: ResponseInit | null };

const hasInit = (value: unknown): value is WithInit =>
	typeof value === "object" &&
	value !== null &&
	"type" in value &&
	value.type === "DataWithResponseInit";

const jsonOf = (response: Response): unknown =>
	response.headers.get("Content-Type")?.startsWith("application/json")
		? response.json()
		: null;

/**
 * The status and content of a loader's or action's answer, returned or thrown: plain data, data with a status, a response.
 */
export async function answerOf(work: () => unknown): Promise<Answer<unknown>> {
	let result: unknown;
	try {
		result = await work();
	} catch (thrown) {
		if (!(thrown instanceof Response) && !hasInit(thrown)) throw thrown;
		result = thrown;
	}
	const { data, init } =
		result instanceof Response
			? { data: await jsonOf(result), init: result }
			: hasInit(result)
				? result
				: { data: result, init: null };
	const headers = new Headers(init?.headers);
	return {
		status: init?.status ?? 200,
		location: headers.get("Location"),
		retryAfter: headers.get("Retry-After"),
		data,
	};
}

/** What a loader or an action answers to this request. The caller names the expected `Data`. */
export const ask = <Data = unknown>(
	handler: (args: Args) => unknown,
	asked: Asked,
) =>
	answerOf(async () => handler(await argsOf(asked))) as Promise<Answer<Data>>;

/** A loader's data; throws what the loader throws. */
export const load = async <Data>(
	loader: (args: Args) => Promise<Data>,
	asked: Asked,
): Promise<Data> => loader(await argsOf(asked));

/** The path and parameters of the course "course", or with `rest` of something in it. */
export const inCourse = (rest = "", params: Record<string, string> = {}) => ({
	path: `/courses/course${rest}`,
	params: { course: "course", ...params },
});

/** The same for a lesson of that course. */
export const atLesson = (number: number, rest = "") =>
	inCourse(`/lessons/${number}${rest}`, { number: String(number) });

/** The same for a thread. */
export const atThread = (number: number, rest = "") =>
	inCourse(`/threads/${number}${rest}`, { number: String(number) });

/** The same for a reply. */
export const atReply = (id: number, rest = "") =>
	inCourse(`/replies/${id}${rest}`, { id: String(id) });

type Route = { action: (args: Args) => unknown };

/** A route's answer to a form about the thread with this number. */
export const onThread = (
	{ action }: Route,
	by: Asked["by"],
	number: number,
	form: Record<string, string>,
) => ask<Failure>(action, { by, ...atThread(number), form });

/** A route's answer to a form about the reply with this id. */
export const onReply = (
	{ action }: Route,
	by: Asked["by"],
	id: number,
	form: Record<string, string>,
) => ask<Failure>(action, { by, ...atReply(id), form });
