import {
	createRequestHandler,
	type HeadersFunction,
	type RequestHandler,
	type ServerBuild,
} from "@remix-run/node";
import findMyWay from "find-my-way";

/** Gives Remix one route: its router tries all it knows three times a request, a third of a page's time. */
export function answerByRoute(build: ServerBuild): RequestHandler {
	const router = findMyWay({
		caseSensitive: false,
		ignoreTrailingSlash: true,
		ignoreDuplicateSlashes: true,
	});
	for (const route of Object.values(build.routes)) {
		if (!route || route.id === "root") continue;
		const answer = createRequestHandler(
			withRoute(build, route.id),
			process.env.NODE_ENV,
		);
		router.on("GET", `/${route.path ?? ""}`, () => {}, answer);
	}
	return (request, context) => {
		const { pathname } = new URL(request.url);
		const path = pathname.replace(/(\/_root)?\.data$/, "") || "/";
		const found = router.find("GET", path) ?? router.find("GET", "/nowhere");
		const answer: RequestHandler = found?.store;
		return answer(request, context);
	};
}

/** Remix drops action headers except cookies; a 429 also needs Retry-After. */
const retryAfter: HeadersFunction = ({ actionHeaders, parentHeaders }) => {
	const headers = new Headers(parentHeaders);
	const seconds = actionHeaders.get("Retry-After");
	if (seconds) headers.set("Retry-After", seconds);
	return headers;
};

export function passingRetryAfter(build: ServerBuild): ServerBuild {
	const routes = Object.entries(build.routes).map(([id, route]) => [
		id,
		route && { ...route, module: { ...route.module, headers: retryAfter } },
	]);
	return { ...build, routes: Object.fromEntries(routes) };
}

function withRoute(build: ServerBuild, id: string): ServerBuild {
	const pick = <Routes extends Record<string, unknown>>(routes: Routes) =>
		Object.fromEntries(
			["root", id].map((name) => [name, routes[name]]),
		) as Routes;
	return {
		...build,
		routes: pick(build.routes),
		assets: { ...build.assets, routes: pick(build.assets.routes) },
	};
}
