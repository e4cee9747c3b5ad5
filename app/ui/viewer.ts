import { useLocation, useRouteLoaderData } from "@remix-run/react";

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

/** The sign-in page, which leads back to the present one. */
export function useSignInPath(): string {
	const { pathname, search } = useLocation();
	return `/sign-in?redirectTo=${encodeURIComponent(pathname + search)}`;
}

/** The instant of the page as the server saw it, so that both renders agree. */
export const useNow = () => useRouteLoaderData<Root>("root")?.now ?? Date.now();
