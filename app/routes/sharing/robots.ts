import type { LoaderFunctionArgs } from "@remix-run/node";
import { unlessKnown } from "#app/platform/http/unless-known.server.ts";
import { robots } from "#app/sharing/robots.server.ts";

export const loader = ({ request }: LoaderFunctionArgs) =>
	unlessKnown(request, robots(), "text/plain; charset=utf-8");
