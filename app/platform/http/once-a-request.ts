type Args = { request: Request; context: object };

/**
 * Asks once for all loaders of a page, by the context of the request. An action asks for itself: what it finds, it may
 * change.
 */
export function onceARequest<Given extends Args, Found>(
	load: (args: Given) => Promise<Found>,
): (args: Given) => Promise<Found> {
	const found = new WeakMap<object, Promise<Found>>();
	return (args) => {
		const { request, context } = args;
		if (request.method !== "GET") return load(args);
		const asked = found.get(context) ?? load(args);
		found.set(context, asked);
		return asked;
	};
}
