import {
	type ClientActionFunctionArgs,
	type ClientLoaderFunctionArgs,
	isRouteErrorResponse,
} from "@remix-run/react";
import type { Failure } from "#app/platform/forms/failure.ts";
import { SUBMISSION_MAX } from "#app/platform/forms/submission.ts";

export const NO_ANSWER = 504;

/** Remix shows a bug of the server to the browser as this. */
export const isBug = (error: unknown) =>
	error instanceof Error && error.message === "Unexpected Server Error";

type Refusal = Pick<Failure, "refusal" | "retryAfter">;

/** What the server said in place of the action; a far too large form only meets a closed connection. */
function refusalOf(error: unknown, form: string): Refusal | null {
	if (isRouteErrorResponse(error)) return error.data?.refusal && error.data;
	if (error instanceof Response || isBug(error)) return null;
	return { refusal: form.length > SUBMISSION_MAX ? "tooLarge" : "offline" };
}

/** For every route with an action: a form that did not reach it keeps its place, with the reason. */
export async function clientAction({
	request,
	serverAction,
}: Pick<ClientActionFunctionArgs, "request" | "serverAction">) {
	const form = await request.clone().text();
	try {
		return await serverAction();
	} catch (error) {
		const refused = refusalOf(error, form);
		if (!refused || request.signal.aborted) throw error;
		const { refusal, retryAfter } = refused;
		const failure: Failure = {
			ok: false,
			values: Object.fromEntries(new URLSearchParams(form)),
			errors: {},
			refusal,
			details: {},
			retryAfter,
		};
		return Response.json(failure, { status: NO_ANSWER });
	}
}

/** For suggestions: without an answer there are none. */
export async function quietLoader({
	serverLoader,
}: Pick<ClientLoaderFunctionArgs, "serverLoader">) {
	try {
		return await serverLoader();
	} catch (error) {
		if (error instanceof Response) throw error;
		return null;
	}
}
