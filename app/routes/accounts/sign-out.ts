import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { endSession, getViewer } from "#app/accounts/sessions.server.ts";
import * as paths from "#app/paths.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";

export const handle: RouteHandle = { carries: "little" };

export const loader = () => redirect(paths.home);

export async function action(args: ActionFunctionArgs) {
	const viewer = await getViewer(args);
	if (viewer) await endSession(args, viewer);
	return redirect(paths.home, 303);
}

export { clientAction } from "#app/ui/without-answer.ts";
