import type { LoaderFunctionArgs } from "@remix-run/node";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { findNames } from "#app/search/quick.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const where = { who: await getViewer(args), course: null };
	return Response.json({ named: await findNames(args, where) });
}

export { quietLoader as clientLoader } from "#app/ui/without-answer.ts";
