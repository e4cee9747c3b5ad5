import { useEffect } from "react";
import { clientAction, quietLoader } from "#app/ui/without-answer.ts";

type Args = { request: Request };
/** Remix's second argument to a route: asks the server. */
type Ask = () => Promise<never>;

type Lazy = () => Promise<{ Component?: unknown }>;

function LoadAnew() {
	useEffect(() => location.reload(), []);
	return null;
}

/** If code cannot load, forms still reach their action and the browser loads the page. */
const withoutCode = {
	Component: LoadAnew,
	action: (args: Args, ask: Ask) =>
		clientAction({ ...args, serverAction: ask }),
	loader: (_: Args, ask: Ask) => quietLoader({ serverLoader: ask }),
};

/**
 * Remix would reload the present page where a route's code cannot load, even a verb's. A route that shows no page is
 * loaded by the browser too: a link in somebody's text may lead to one. Not Remix's public side: docs/upgrading.md.
 */
export function useCodeWhereItComes(): void {
	useEffect(() => {
		const below = __remixRouter.routes[0]?.children ?? [];
		const routes = below.flatMap((route) => [route, ...(route.children ?? [])]);
		if (import.meta.env.DEV && !routes.some(({ lazy }) => lazy))
			throw new Error(
				"Remix keeps its routes elsewhere than ui/route-code.ts looks: see docs/upgrading.md.",
			);
		for (const route of routes) {
			const { id = "" } = route;
			const lazy = route.lazy as Lazy | undefined;
			const { module = "" } = __remixManifest.routes[id] ?? {};
			if (lazy)
				route.lazy = (() =>
					import(/* @vite-ignore */ module).then(
						async () => {
							const code = await lazy();
							return { ...code, Component: code.Component ?? LoadAnew };
						},
						() => withoutCode,
					)) as typeof route.lazy;
		}
	}, []);
}
