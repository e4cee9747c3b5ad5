import type {
	AppLoadContext,
	EntryContext,
	HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { readerOf } from "#app/accounts/reader.server.ts";
import { ProseContext } from "#app/markdown/prose.tsx";
import { ReaderProvider } from "#app/platform/i18n/reader.tsx";
import { log } from "#app/platform/log.server.ts";
import { PageContext } from "#app/platform/page-context.ts";
import { Unavailable } from "#app/platform/unavailable.ts";

/** Renders the whole page before the first byte: it is small, and its status is known. */
export default async function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remix: EntryContext,
	context: AppLoadContext,
) {
	const reader = await readerOf({ request, context });
	await haveDataAtHand(remix);
	const html = renderToString(
		<ReaderProvider value={reader}>
			<ProseContext.Provider value={context.prose}>
				<PageContext.Provider value={context}>
					<RemixServer
						context={remix}
						url={request.url}
						nonce={context.nonce}
					/>
				</PageContext.Provider>
			</ProseContext.Provider>
		</ReaderProvider>,
	);
	headers.set("Content-Type", "text/html; charset=utf-8");
	context.html = `<!DOCTYPE html>${html}`;
	return new Response(null, { status, headers });
}

/**
 * Remix renders a page's data chunk by chunk and waits for each, so that React can only stream. No loader defers
 * anything: put where Remix keeps the chunks it has read, the data lets the render run through.
 */
async function haveDataAtHand(remix: EntryContext) {
	const { serverHandoffStream, renderMeta } = remix;
	if (!serverHandoffStream || !renderMeta) return;
	const value = await new Response(serverHandoffStream).text();
	const chunk = Object.assign(Promise.resolve(), {
		result: { done: true, value },
	});
	renderMeta.streamCache = { 0: chunk };
	// The first is read; Remix only looks whether there is one.
	remix.serverHandoffStream = new ReadableStream();
}

/**
 * A bug: logged once, with the id that the page shows. A method that an address does not have is none, nor is what cannot
 * be had just now: the server says so in place of this page, and the log says why.
 */
export const handleError: HandleErrorFunction = (
	error,
	{ request, context },
) => {
	const isAsked = isRouteErrorResponse(error) && error.status < 500;
	if (isAsked || request.signal.aborted) return;
	if (error instanceof Unavailable) {
		context.unavailable = error;
		return;
	}
	log.error(
		{
			err: error,
			requestId: context.requestId,
			url: request.url,
			method: request.method,
		},
		"request failed",
	);
};
