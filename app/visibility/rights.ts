/** What somebody may do, as a page is told: the acts that are allowed, and no others. */
export type Can<Act extends string> = { readonly [Each in Act]?: true };

export const NOTHING: Can<never> = Object.freeze({});

const known = new Map<string, Can<string>>([["", NOTHING]]);

/** One object for the same acts: a response writes out an object once, then names it by a number. */
export function granted<Act extends string>(
	acts: Record<Act, boolean>,
): Can<Act> {
	let key = "";
	for (const act in acts) if (acts[act]) key += `${act} `;
	let can = known.get(key);
	if (can === undefined) {
		const allowed = key.trim().split(" ");
		can = Object.freeze(
			Object.fromEntries(allowed.map((act) => [act, true as const])),
		);
		known.set(key, can);
	}
	return can;
}
