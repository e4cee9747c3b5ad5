import {
	createRequestHandler,
	type HeadersFunction,
	type RequestHandler,
	type ServerBuild,
} from "@remix-run/node";
import findMyWay from "find-my-way";

/**
 * Remix with, for each address, only the route that the address leads to. Its router compiles, ranks and tries the
 * patterns of all the routes that it is given three times a request: a third of the time of a signed-in page.
 */
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

/** Of the headers of an action, Remix passes on cookies alone; the time after which to try again belongs to a 429 too. */
const retryAfter: HeadersFunction = ({ actionHeaders, parentHeaders }) => {
	const headers = new Headers(parentHeaders);
	const seconds = actionHeaders.get("Retry-After");
	if (seconds) headers.set("Retry-After", seconds);
	return headers;
};

/** The build whose routes pass on what an action says of when to try again. */
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
