/** What somebody may do, as a page is told: the acts that are allowed, and no others. */
export type Can<Act extends string> = { readonly [Each in Act]?: true };

export const NOTHING: Can<never> = Object.freeze({});

const known = new Map<string, Can<string>>([["", NOTHING]]);

/** One object for the same acts: a response writes out an object once, then names it by a number. */
export function granted<Act extends string>(
	acts: Record<Act, boolean>,
): Can<Act> {
	const allowed = Object.entries(acts).filter(([, isAllowed]) => isAllowed);
	const key = allowed.map(([act]) => act).join();
	const can =
		known.get(key) ??
		Object.freeze(
			Object.fromEntries(allowed.map(([act]) => [act, true as const])),
		);
	known.set(key, can);
	return can;
}
