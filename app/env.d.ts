import "@remix-run/node";
import "@remix-run/react";
import type { RequestContext } from "#app/platform/http/request.server.ts";

declare module "@remix-run/node" {
	interface AppLoadContext extends RequestContext {}
	interface Future {
		v3_singleFetch: true;
	}
}

declare module "@remix-run/server-runtime" {
	interface AppLoadContext extends RequestContext {}
	interface Future {
		v3_singleFetch: true;
	}
}
