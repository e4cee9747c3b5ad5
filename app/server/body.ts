import type { Request, Response } from "express";
import { permittedBytes } from "#app/accounts/resume-permit.server.ts";
import { hasBegunHere } from "#app/accounts/sessions.server.ts";

import { env } from "#app/platform/env.server.ts";
import { SUBMISSION_MAX } from "#app/platform/forms/submission.ts";
import {
	limited,
	MINUTE,
	network,
	rateLimit,
} from "#app/platform/http/rate-limit.server.ts";
import type { Refused } from "#app/platform/http/request.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { hasMoreFields } from "#app/server/fields.ts";
import { formAgain } from "#app/server/form-again.ts";
import type { Says } from "#app/server/plain-page.ts";
import { sendRefusal } from "#app/server/refusals.ts";

const KB = 1024;
const MB = 1024 * KB;

const SMALL = 16 * KB;
/** Twice a reply of 30,000 characters, which travel as up to nine bytes each. */
const BODY_MAX = 512 * KB;
const LARGE_FORMS = rateLimit("largeForms", env.LIMIT_LARGE_FORMS, 15 * MINUTE);
/** A larger body is read up to here and dropped: a browser shows the answer only after it has sent everything. */
const READ_MAX = 8 * MB;

const FIELDS_MAX = 200;

const inWords = (bytes: number) =>
	bytes < MB ? `${Math.floor(bytes / KB)} KB` : `${bytes / MB} MB`;

type Room = {
	room: number;
	/** Bytes to keep, so that a text that is too large can be given back. */
	kept?: number;
	isUnknown?: boolean;
	retryAfter?: number | null;
};

/** Lesson forms come from people who were signed in, so only others are counted, by network. */
async function roomFor(
	{ headers, ip }: Request,
	url: URL,
	{ carries }: RouteHandle,
): Promise<Room> {
	const size = Number(headers["content-length"] ?? Number.POSITIVE_INFINITY);
	if (size <= SMALL) return { room: SMALL };
	const isKnown = await hasBegunHere(headers.cookie);
	let room = BODY_MAX;
	if (carries === "little") room = SMALL;
	else if (carries === "resume")
		room = SMALL + (await permittedBytes(url.searchParams.get("permit")));
	else if (carries === "lesson") {
		if (isKnown) room = SUBMISSION_MAX;
		else if (size > BODY_MAX) return { room, isUnknown: true };
	}
	const isCounted = room > SMALL && (!isKnown || size > BODY_MAX);
	const retryAfter =
		isCounted && (await limited(LARGE_FORMS, network(ip ?? "")));
	return {
		room,
		kept: isKnown && carries !== "little" ? READ_MAX : room,
		retryAfter: retryAfter || null,
	};
}

async function read(req: Request, kept: number) {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of req as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > READ_MAX) break;
		if (size <= kept) chunks.push(chunk);
		else chunks.length = 0;
	}
	return { size, body: Buffer.concat(chunks) };
}

/** False if the request was already answered. The route declares how much it takes. */
export async function readBody(
	req: Request,
	res: Response,
	url: URL,
	handle: RouteHandle,
): Promise<boolean> {
	if (req.method === "GET" || req.method === "HEAD") return true;
	if (res.locals.refused) return true;
	const asked = await roomFor(req, url, handle);
	const { room, kept = room, isUnknown, retryAfter } = asked;
	const received = await read(req, retryAfter ? 0 : kept).catch(() => null);
	if (!received) {
		res.destroy();
		return false;
	}
	const { size, body } = received;
	if (size > READ_MAX) res.setHeader("Connection", "close");
	const isOfFiles = req.is("multipart/form-data");
	const saysSize: Says = ({ tooLarge, unavailable }) => {
		// A page with scripts still has its text.
		const isGivenBack = size <= kept && !url.pathname.endsWith(".data");
		const form = isGivenBack && formAgain(req, body, unavailable, true);
		const says = form ? "inForm" : isOfFiles ? "files" : "text";
		return {
			title: tooLarge.title,
			text: tooLarge[says](inWords(room)),
			below: form || undefined,
		};
	};
	const refuse = (refused: Refused, says: Says) =>
		sendRefusal(req, res, refused, says);
	if (isUnknown && size <= SUBMISSION_MAX)
		return refuse(
			{ status: 401, refusal: "signedOut" },
			(pages) => pages.signedOut,
		);
	if (retryAfter)
		return refuse(
			{ status: 429, refusal: "tooFast", retryAfter },
			({ tooOften }) => ({
				title: tooOften.title,
				text: tooOften.text(Math.ceil(retryAfter / 60)),
			}),
		);
	const tooLarge = { status: 413, refusal: "tooLarge" } as const;
	if (size > room) return refuse(tooLarge, saysSize);
	const { fieldsMax = FIELDS_MAX } = handle;
	if (hasMoreFields(body, req.get("Content-Type"), fieldsMax))
		return refuse(tooLarge, ({ tooLarge }) => ({
			title: tooLarge.title,
			text: tooLarge.fields(fieldsMax),
		}));
	req.body = body;
	return true;
}
