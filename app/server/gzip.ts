import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

export const takesGzip = (req: IncomingMessage) =>
	/\bgzip\b/.test(String(req.headers["accept-encoding"] ?? ""));

const gzipInOneGo: (
	body: Buffer,
	options: { level: number; chunkSize: number },
) => Promise<Buffer> = promisify(gzip);

/** Zipped at once in one chunk of the size a page becomes: streams and each further chunk cost thread-pool rounds. */
export const gzipped = (body: Buffer, { level }: { level: number }) =>
	gzipInOneGo(body, { level, chunkSize: Math.max(1024, body.length) });

export const unzipped: (body: Buffer) => Promise<Buffer> = promisify(gunzip);
