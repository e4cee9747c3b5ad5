import { notFound } from "#app/platform/http.server.ts";

/** Every address that is none: the root's loader runs, and its error page speaks the reader's language. */
export const loader = () => {
	throw notFound();
};

export const action = loader;

export default function Missing() {
	return null;
}
