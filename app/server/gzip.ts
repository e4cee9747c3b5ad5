import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** Whether the browser takes an answer so. */
export const takesGzip = (req: IncomingMessage) =>
	/\bgzip\b/.test(String(req.headers["accept-encoding"] ?? ""));

/** The whole of a body at once, which costs a fraction of a stream. Level 1 is quickest, 9 smallest. */
export const gzipped: (
	body: Buffer,
	options: { level: number },
) => Promise<Buffer> = promisify(gzip);
