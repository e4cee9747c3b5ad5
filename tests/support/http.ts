import { once } from "node:events";
import {
	type IncomingHttpHeaders,
	type IncomingMessage,
	type OutgoingHttpHeaders,
	request,
} from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";

type Sent = {
	method?: string;
	headers?: OutgoingHttpHeaders;
	/** Makes it a POST, unless `method` is given. */
	body?: string | Buffer;
};

export type Received = {
	status: number;
	headers: IncomingHttpHeaders;
	/** The raw bytes, and the decoded text. */
	bytes: Buffer;
	text: string;
};

/** Sends a request with only these headers; browsers and fetch would add others. */
export async function send(
	site: { url: string },
	path: string,
	{
		body,
		method = body === undefined ? "GET" : "POST",
		headers = {},
	}: Sent = {},
): Promise<Received> {
	const { hostname, port } = new URL(site.url);
	const sent = request({ hostname, port, path, method, headers, agent: false });
	// The server may stop reading once it has answered.
	sent.on("error", () => {});
	sent.end(body);
	const [answer]: IncomingMessage[] = await once(sent, "response");
	if (!answer) throw new Error("No answer");
	const bytes = await buffer(answer);
	const isZipped = answer.headers["content-encoding"] === "gzip";
	return {
		status: answer.statusCode ?? 0,
		headers: answer.headers,
		bytes,
		text: (isZipped && bytes.length ? gunzipSync(bytes) : bytes).toString(),
	};
}

/** The headers of a form that a page of this site sends. */
export const formOf = (site: { url: string }) => ({
	Origin: site.url,
	"Content-Type": "application/x-www-form-urlencoded",
});
