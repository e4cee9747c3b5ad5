import { COUNTED_MAX } from "#app/platform/counted.ts";
import { limit } from "#app/platform/postgres/db.server.ts";

export const COUNTED_LIMIT = limit(COUNTED_MAX + 1);
