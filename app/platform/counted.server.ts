import { limit } from "#app/platform/db.server.ts";
import { COUNTED_MAX } from "#app/words/counted.ts";

export const COUNTED_LIMIT = limit(COUNTED_MAX + 1);
