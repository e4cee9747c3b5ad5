/** The course's slug where `path` makes this address (a query may follow). */
export const slugIn = (
	address: string,
	path: (slug: string, key: number) => string,
): string | undefined =>
	RegExp(`^${path("([^/]+)", "\\d+" as never)}(?:\\?|$)`).exec(address)?.[1];
