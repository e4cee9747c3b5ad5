export const SORTS = ["best", "newest", "oldest", "source"] as const;
export type Sort = (typeof SORTS)[number];

/** Without negative votes a Wilson bound ranks as the count. A staff word bars the first place (`listReplies`). */
export const ORDERS: Record<Sort, string> = {
	best: "rank, votes DESC, created_at, id",
	newest: "created_at DESC, id DESC",
	oldest: "created_at, id",
	source: "source_position, created_at, id",
};

export const reversed = (order: string) =>
	order
		.split(", ")
		.map((key) => (key.endsWith(" DESC") ? key.slice(0, -5) : `${key} DESC`))
		.join(", ");

export const asSort = (text: string | null): Sort =>
	SORTS.find((sort) => sort === text) ?? "best";
