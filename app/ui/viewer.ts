import { useRouteLoaderData } from "@remix-run/react";

type Root = {
	now: number;
	viewer: { handle: string; name: string; isOwner: boolean } | null;
};

/** The signed-in account as the pages need it, or null; also where the root's loader failed. */
export const useViewer = () => useRouteLoaderData<Root>("root")?.viewer ?? null;

/** The instant of the page as the server saw it, so that both renders agree. */
export const useNow = () => useRouteLoaderData<Root>("root")?.now ?? Date.now();
