import { useLocation, useRouteLoaderData } from "@remix-run/react";
import * as paths from "#app/paths.ts";
import { localPath } from "#app/platform/http/local-path.ts";

type Root = {
	now: number;
	viewer: {
		handle: string;
		name: string;
		news: number;
	} | null;
};

/** Null: a visitor; undefined: unknown, on an error page. */
export const useViewer = () => useRouteLoaderData<Root>("root")?.viewer;

/** Leads back to the present page, and to a place in it, across sign-in and sign-up. */
export function useWayIn(page: string, place = ""): string {
	const { pathname, search } = useLocation();
	const back = [paths.signIn, paths.signUp].includes(pathname)
		? localPath(new URLSearchParams(search).get("redirectTo"), paths.home)
		: pathname + search + (place && `#${place}`);
	return back === paths.home
		? page
		: `${page}?redirectTo=${encodeURIComponent(back)}`;
}

/** The server's time, so that both renders agree. */
export const useNow = () => useRouteLoaderData<Root>("root")?.now ?? Date.now();
