import { limit } from "#app/platform/db.server.ts";
import { COUNTED_MAX } from "#app/words/counted.ts";

/** Ends a query whose rows are counted only so far that a page can say of them that they are more. */
export const COUNTED_LIMIT = limit(COUNTED_MAX + 1);
