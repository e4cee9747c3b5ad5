import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/platform/http/request.server.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import { unlessKnown } from "#app/platform/http/unless-known.server.ts";
import { siteMap } from "#app/sharing/site-map.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const part = new URL(request.url).searchParams.get("part");
	const map = await siteMap(part === null ? null : pageNumber(part, 0));
	if (map === null) throw notFound();
	return unlessKnown(request, map, "application/xml; charset=utf-8");
}
