import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { getViewer, type Viewer } from "#app/accounts/sessions.server.ts";
import { backPath } from "#app/platform/http.server.ts";

type Args = { request: Request; context: AppLoadContext };

/** Sends a visitor to the sign-in page, which leads back to the page that was asked for, or from which it was asked. */
function askToSignIn({ request }: Args): Response {
	const { pathname, search } = new URL(request.url);
	const back =
		request.method === "GET" ? pathname + search : backPath(request, "/");
	return redirect(`/sign-in?redirectTo=${encodeURIComponent(back)}`);
}

/**
 * A member with an account.
 * @throws Response 302 to the sign-in page
 */
export function signedIn<By extends { id: number | null }>(
	by: By,
	args: Args,
): By & { id: number } {
	const { id } = by;
	if (id === null) throw askToSignIn(args);
	return { ...by, id };
}

/**
 * The account that is asking.
 * @throws Response 302 to the sign-in page
 */
export async function requireViewer(args: Args): Promise<Viewer> {
	const viewer = await getViewer(args);
	if (!viewer) throw askToSignIn(args);
	return viewer;
}
