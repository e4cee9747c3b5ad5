import type { AppLoadContext } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import type { Resume } from "#app/accounts/resume.ts";
import { permitFor } from "#app/accounts/resume-permit.server.ts";
import { getViewer, type Viewer } from "#app/accounts/sessions.server.ts";
import * as paths from "#app/paths.ts";
import { failed } from "#app/platform/forms/form.server.ts";
import { backPath } from "#app/platform/http/request.server.ts";

type Args = { request: Request; context: AppLoadContext };

/** Visitors see no forms, so the sender of one was signed in: the page says that the session ended. */
function askToSignIn({ request }: Args): Response {
	const { pathname, search } = new URL(request.url);
	const isForm = request.method !== "GET";
	const back = isForm ? backPath(request, paths.home) : pathname + search;
	const query = `redirectTo=${encodeURIComponent(back)}${isForm ? "&ended=1" : ""}`;
	return redirect(`${paths.signIn}?${query}`);
}

/** @throws Response 302 to the sign-in page */
export function signedIn<By extends { id: number | null }>(
	by: By,
	args: Args,
): By & { id: number } {
	const { id } = by;
	if (id === null) throw askToSignIn(args);
	return { ...by, id };
}

/** @throws Response 302 to the sign-in page */
export async function requireViewer(args: Args): Promise<Viewer> {
	const viewer = await getViewer(args);
	if (!viewer) throw askToSignIn(args);
	return viewer;
}

/** A fetcher is told, and its page keeps the text. @throws data 401 for a plain form, at the root's boundary */
export async function signedOut(
	{ request, context }: Args,
	values: Record<string, string>,
) {
	if (!context.isDocument) return failed(values, 401, { refusal: "signedOut" });
	const resume: Resume = { action: new URL(request.url).pathname, values };
	const permit = await permitFor(resume);
	throw data({ ...resume, permit }, { status: 401 });
}
