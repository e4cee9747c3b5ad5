export const SORTS = ["best", "newest", "oldest", "source"] as const;
export type Sort = (typeof SORTS)[number];

/**
 * The orders of a thread's top-level replies, each with its index. Best: endorsed first, then votes (imported and cast
 * here), then the older; the first place is barred to what staff have a word on (`listReplies`). Without negative votes a Wilson bound ranks as the count does, so the count it is.
 */
export const ORDERS: Record<Sort, string> = {
	best: "rank, votes DESC, created_at, id",
	newest: "created_at DESC, id DESC",
	oldest: "created_at, id",
	source: "source_position, created_at, id",
};

/** The same order read from its end. */
export const reversed = (order: string) =>
	order
		.split(", ")
		.map((key) => (key.endsWith(" DESC") ? key.slice(0, -5) : `${key} DESC`))
		.join(", ");

/** A sort of an address; anything else is the default. */
export const asSort = (text: string | null): Sort =>
	SORTS.find((sort) => sort === text) ?? "best";
