import type {
	AppLoadContext,
	EntryContext,
	HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { readerOf } from "#app/accounts/reader.server.ts";
import { ProseContext } from "#app/markdown/prose.tsx";
import { PageContext } from "#app/platform/http/page-context.ts";
import { log } from "#app/platform/log.server.ts";
import { Unavailable } from "#app/platform/unavailable.ts";
import { installable } from "#app/sharing/installable.server.ts";
import { ReaderProvider } from "#app/words/reader.tsx";

/** Renders everything before the first byte, so that the status is known. */
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
	const head = installable(reader.theme) + (context.head ?? "");
	context.html = `<!DOCTYPE html>${status === 200 ? withHead(html, head) : html}`;
	return new Response(null, { status, headers });
}

/** At the end of the head React leaves alone what it did not render. */
function withHead(html: string, more: string) {
	const end = html.indexOf("</head>");
	return html.slice(0, end) + more + html.slice(end);
}

/** Remix awaits data chunks while it renders, so React would stream. Reading the data first avoids that. */
async function haveDataAtHand(remix: EntryContext) {
	const { serverHandoffStream, renderMeta } = remix;
	if (!serverHandoffStream || !renderMeta) return;
	const value = await textOf(serverHandoffStream.getReader());
	const chunk = Object.assign(Promise.resolve(), {
		result: { done: true, value },
	});
	renderMeta.streamCache = { 0: chunk };
	// Remix only checks that it exists.
	remix.serverHandoffStream = new ReadableStream();
}

/** `Response.text` and `stream/consumers` take longer. */
async function textOf(reader: ReadableStreamDefaultReader<Uint8Array>) {
	const decoder = new TextDecoder();
	let text = "";
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return text;
		text += decoder.decode(value, { stream: true });
	}
}

/** Logs a bug once, with the id that the page shows. A wrong method or an `Unavailable` is no bug. */
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
