declare module "autocannon" {
	import type { EventEmitter } from "node:events";

	type Request = {
		method?: string;
		path?: string;
		headers?: Record<string, string>;
		body?: string;
		/** Called before each request. */
		setupRequest?: (request: Request) => Request;
	};
	type Options = {
		url: string;
		connections: number;
		/** In seconds. */
		duration: number;
		requests: Request[];
	};
	type Result = {
		/** In seconds. */
		duration: number;
		errors: number;
		timeouts: number;
		statusCodeStats: Record<string, { count: number }>;
	};
	export default function autocannon(
		options: Options,
	): EventEmitter & PromiseLike<Result>;
}
