import {
	createRequestHandler,
	type HeadersFunction,
	type RequestHandler,
	type ServerBuild,
} from "@remix-run/node";
import findMyWay from "find-my-way";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { refusing, type ServerRouteModule } from "#app/server/refusals.ts";

export type FoundRoute = { handle: RouteHandle; answer: RequestHandler };

/** Gives Remix one route with its layouts: its router tries all it knows three times a request, a third of a page's time. */
export function routeFinder(given: ServerBuild): (url: URL) => FoundRoute {
	const build = withOwnModules(given);
	const router = findMyWay({
		caseSensitive: false,
		ignoreTrailingSlash: true,
		ignoreDuplicateSlashes: true,
	});
	const routes = Object.values(build.routes).flatMap((route) => route ?? []);
	const layouts = new Set(routes.map(({ parentId }) => parentId));
	for (const route of routes) {
		if (layouts.has(route.id)) continue;
		const around = withLayouts(build, route.id);
		const handle = route.module.handle ?? {};
		const answer = createRequestHandler(
			withRoutes(
				build,
				around.map(({ id }) => id),
			),
			process.env.NODE_ENV,
		);
		const found = { handle, answer } as FoundRoute;
		const path = around.flatMap(({ path }) => path || []).join("/");
		router.on("GET", `/${path}`, () => {}, found);
	}
	return ({ pathname }) => {
		const path = pathname.replace(/(\/_root)?\.data$/, "") || "/";
		const found = router.find("GET", path) ?? router.find("GET", "/nowhere");
		return found?.store;
	};
}

function withOwnModules(build: ServerBuild): ServerBuild {
	const routes = Object.entries(build.routes).map(([id, route]) => [
		id,
		route && { ...route, module: refusing(withRetryAfter(route.module)) },
	]);
	return { ...build, routes: Object.fromEntries(routes) };
}

/** Remix drops an action's headers except cookies; a 429 also needs Retry-After. */
function withRetryAfter(module: ServerRouteModule): ServerRouteModule {
	const headers: HeadersFunction = (args) => {
		const { headers: own = args.parentHeaders } = module;
		const all = new Headers(typeof own === "function" ? own(args) : own);
		const seconds = args.actionHeaders.get("Retry-After");
		if (seconds) all.set("Retry-After", seconds);
		return all;
	};
	return { ...module, headers };
}

type Route = NonNullable<ServerBuild["routes"][string]>;

function withLayouts(build: ServerBuild, id: string | undefined): Route[] {
	const route = id && build.routes[id];
	return route ? [...withLayouts(build, route.parentId), route] : [];
}

function withRoutes(build: ServerBuild, ids: string[]): ServerBuild {
	const pick = <Routes extends Record<string, unknown>>(routes: Routes) =>
		Object.fromEntries(ids.map((name) => [name, routes[name]])) as Routes;
	return {
		...build,
		routes: pick(build.routes),
		assets: { ...build.assets, routes: pick(build.assets.routes) },
	};
}
