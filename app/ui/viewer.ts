import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { localPath } from "#app/platform/local-path.ts";

type Root = {
	now: number;
	viewer: {
		handle: string;
		name: string;
		hasNews: boolean;
	} | null;
};

/** Null: a visitor; undefined: unknown, on an error page. */
export const useViewer = () => useRouteLoaderData<Root>("root")?.viewer;

/** Leads back to the present page, across sign-in and sign-up. */
export function useWayIn(page: "sign-in" | "sign-up"): string {
	const { pathname, search } = useLocation();
	const back = /^\/sign-(?:in|up)$/.test(pathname)
		? localPath(new URLSearchParams(search).get("redirectTo"), "/")
		: pathname + search;
	return back === "/"
		? `/${page}`
		: `/${page}?redirectTo=${encodeURIComponent(back)}`;
}

/** The server's time, so that both renders agree. */
export const useNow = () => useRouteLoaderData<Root>("root")?.now ?? Date.now();
