import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { notFound } from "#app/platform/http/request.server.ts";

/** Unknown addresses: the root's loader runs, so the error page is in the reader's language. */
export const loader = () => {
	throw notFound();
};

export const action = loader;

export { clientAction } from "#app/ui/without-answer.ts";

/** A link may lead to a file, or to what only the server knows. Never resolves, as the page is left. */
export function clientLoader({ request }: ClientLoaderFunctionArgs) {
	location.assign(request.url);
	return new Promise<never>(() => {});
}

export default function Missing() {
	return null;
}
