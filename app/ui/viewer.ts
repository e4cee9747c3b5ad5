import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { localPath } from "#app/platform/local-path.ts";

type Root = {
	now: number;
	viewer: {
		handle: string;
		name: string;
		isOwner: boolean;
		hasNews: boolean;
	} | null;
};

/** The signed-in account as the pages need it; null: a visitor; undefined: not known, on the page of an error. */
export const useViewer = () => useRouteLoaderData<Root>("root")?.viewer;

/** The page to sign in or up, which leads back to the present one; between the two, to where that would have led. */
export function useWayIn(page: "sign-in" | "sign-up"): string {
	const { pathname, search } = useLocation();
	const back = /^\/sign-(?:in|up)$/.test(pathname)
		? localPath(new URLSearchParams(search).get("redirectTo"), "/")
		: pathname + search;
	return back === "/"
		? `/${page}`
		: `/${page}?redirectTo=${encodeURIComponent(back)}`;
}

/** The instant of the page as the server saw it, so that both renders agree. */
export const useNow = () => useRouteLoaderData<Root>("root")?.now ?? Date.now();
