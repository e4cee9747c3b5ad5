import type { RequestContext } from "#app/platform/http/request.server.ts";
import { log } from "#app/platform/log.server.ts";

type Args = { request: Request; context: RequestContext };

/** For what a page's answer must not wait for. Nobody has seen a page that a browser fetched in advance. */
export function afterSending(
	{ request, context }: Args,
	task: () => Promise<unknown>,
): void {
	const purpose =
		request.headers.get("Sec-Purpose") ?? request.headers.get("Purpose");
	if (request.method === "GET" && !purpose?.includes("prefetch"))
		context.later.push(task);
}

/** A failure is nobody's to see. */
export async function runLater({ later }: RequestContext): Promise<void> {
	for (const task of later)
		await task().catch((err) => log.debug({ err }, "not done after a page"));
}
