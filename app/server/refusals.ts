import { data, redirectDocument, type ServerBuild } from "@remix-run/node";
import type { Request, Response } from "express";
import type { Refused } from "#app/platform/http/request.server.ts";
import { Unavailable } from "#app/platform/unavailable.ts";
import { addressOf } from "#app/server/address.ts";
import {
	type Says,
	sendPlainPage,
	sentencesFor,
} from "#app/server/plain-page.ts";

type Routes = ServerBuild["routes"];
export type ServerRouteModule = NonNullable<Routes[string]>["module"];
type Loader = NonNullable<ServerRouteModule["loader"]>;

/** True where the scripts of a page ask: Remix then answers, in the form that they read (`refusing`). */
export function sendRefusal(
	req: Request,
	res: Response,
	refused: Refused,
	says: Says,
): boolean {
	const { status, retryAfter } = refused;
	if (addressOf(req.url).path.endsWith(".data")) {
		res.locals.refused = {
			...refused,
			text: sentencesFor(req, says).sentences.text,
		};
		return true;
	}
	if (retryAfter) res.setHeader("Retry-After", retryAfter);
	sendPlainPage(req, res, status, says);
	return false;
}

/** An error that `ui/client-action.ts` makes a `Failure` of. */
function thrown({ status, ...refused }: Refused) {
	const headers: Record<string, string> = {};
	if (refused.retryAfter) headers["Retry-After"] = String(refused.retryAfter);
	return data(refused, { status, headers });
}

const refusedBy = ({ reason, retryAfter }: Unavailable): Refused => ({
	status: 503,
	refusal: reason === "busy" ? "busy" : "unavailable",
	retryAfter,
});

/** Has a route answer its page's scripts with what the server refuses, and with `Unavailable`. */
export function refusing(module: ServerRouteModule): ServerRouteModule {
	const { action, loader } = module;
	const asked = { ...module };
	if (action) asked.action = answering(action);
	if (loader) asked.loader = answering(loader);
	return asked;
}

const answering =
	(run: Loader): Loader =>
	async (args) => {
		const { context, request } = args;
		if (context.refused) throw thrown(context.refused);
		try {
			return await run(args);
		} catch (error) {
			if (!(error instanceof Unavailable) || context.isDocument) throw error;
			if (request.method !== "GET" || context.isPart)
				throw thrown(refusedBy(error));
			// The page cache may still have the whole page.
			const { pathname, search } = new URL(request.url);
			throw redirectDocument(pathname + search);
		}
	};
