import * as paths from "#app/paths.ts";

export type Shared = "lesson" | "thread" | "reply" | "term";

/** The page that gives an address away: of a lesson or thread by its number, else by the id. */
export const sharePath = (slug: string, of: Shared, key: number) =>
	`${paths.course.share(slug)}?of=${of}-${key}`;
