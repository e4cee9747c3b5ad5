import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type {
	AppLoadContext,
	EntryContext,
	HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { type PipeableStream, renderToPipeableStream } from "react-dom/server";
import { readerOf } from "#app/accounts/reader.server.ts";
import { ProseContext } from "#app/markdown/prose.tsx";
import { ReaderProvider } from "#app/platform/i18n/reader.tsx";
import { log } from "#app/platform/log.server.ts";
import { PageContext } from "#app/platform/page-context.ts";

/** Renders the whole page before the first byte: it is small, and its status is known. */
export default async function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remix: EntryContext,
	context: AppLoadContext,
) {
	const reader = await readerOf({ request, context });
	const html = await new Promise<Buffer>((resolve, reject) => {
		const page = renderToPipeableStream(
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
			{
				nonce: context.nonce,
				onAllReady: () => resolve(collected(page)),
				onShellError: reject,
				onError: (error) =>
					log.error(
						{ err: error, requestId: context.requestId },
						"render failed",
					),
			},
		);
	});
	headers.set("Content-Type", "text/html; charset=utf-8");
	// Remix leaves an action's headers out of a document.
	for (const given of Object.values(remix.staticHandlerContext.actionHeaders)) {
		const retryAfter = given.get("Retry-After");
		if (retryAfter) headers.set("Retry-After", retryAfter);
	}
	return new Response(new Uint8Array(html), { status, headers });
}

/** React 18 pads its chunks with NUL where a character of several bytes does not fit. */
async function collected(page: PipeableStream): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	const sink = new Writable({
		write(chunk: Uint8Array, _encoding, done) {
			const padding = chunk.indexOf(0);
			chunks.push(padding < 0 ? chunk : chunk.subarray(0, padding));
			done();
		},
	});
	await finished(page.pipe(sink));
	return Buffer.concat(chunks);
}

/** A bug: logged once, with the id that the page shows. A method that an address does not have is none. */
export const handleError: HandleErrorFunction = (
	error,
	{ request, context },
) => {
	const isAsked = isRouteErrorResponse(error) && error.status < 500;
	if (isAsked || request.signal.aborted) return;
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
