type Path = (slug: string, key: number) => string;

const match = (address: string, path: Path) =>
	RegExp(`^${path("([^/]+)", "(\\d+)" as never)}(?:\\?|$)`).exec(address);

/** The course's slug where `path` makes this address (a query may follow). */
export const slugIn = (address: string, path: Path): string | undefined =>
	match(address, path)?.[1];

export const numberIn = (address: string, path: Path): string | undefined =>
	match(address, path)?.[2];
