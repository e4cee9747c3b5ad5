import type { NextFunction, Request, Response } from "express";
import { SUBMISSION_MAX } from "#app/platform/submission.ts";
import { sendPlainPage } from "#app/server/plain-page.ts";

const KB = 1024;
const MB = 1024 * KB;

/** What a request may carry that carries no lesson, as editing, importing and a sign-in on the way there do. */
const BODY_MAX = 512 * KB;
/** Read and thrown away up to here, because a browser shows the answer only after it has sent everything. */
const READ_MAX = 8 * MB;

const carriesLesson = (path: string) =>
	/^\/(?:preview|sign-in|courses\/[^/]+\/(?:import|lessons\/(?:new|\d+\/edit)))(?:\.data)?$/.test(
		path,
	);

const inWords = (bytes: number) =>
	bytes < MB ? `${bytes / KB} KB` : `${bytes / MB} MB`;

/** Reads the body into `req.body`: 413 beyond the limit, and beyond 8 MB the connection closes. */
export async function readBody(
	req: Request,
	res: Response,
	next: NextFunction,
) {
	if (req.method === "GET" || req.method === "HEAD") return next();
	const limit = carriesLesson(req.path) ? SUBMISSION_MAX : BODY_MAX;
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of req as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > READ_MAX) break;
			if (size <= limit) chunks.push(chunk);
		}
	} catch {
		return res.destroy();
	}
	if (size > limit) {
		if (size > READ_MAX) res.setHeader("Connection", "close");
		const isOfFiles = req.is("multipart/form-data");
		return sendPlainPage(req, res, 413, ({ tooLarge }) => ({
			title: tooLarge.title,
			text: tooLarge[isOfFiles ? "files" : "text"](inWords(limit)),
		}));
	}
	req.body = Buffer.concat(chunks);
	next();
}
