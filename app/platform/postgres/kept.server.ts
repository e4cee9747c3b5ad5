import { LRUCache } from "lru-cache";
import {
	generationNow,
	hearsOthers,
	isUnchanged,
} from "#app/platform/postgres/changes.server.ts";
import type { Scope } from "#app/platform/postgres/last-changes.ts";

const KEPT_BYTES = 16 * 1024 * 1024;
/** What changes without an act, such as a row edited by hand, shows after this. */
const KEPT_MS = 60_000;

type Entry = Scope & { generation: number; value: object };

const entries = new LRUCache<string, Entry>({
	maxSize: KEPT_BYTES,
	// A character takes one or two bytes, an object more than its text, and HTML may be kept with it.
	sizeCalculation: ({ value }) => 500 + 3 * JSON.stringify(value).length,
	ttl: KEPT_MS,
});

/**
 * Rows that are the same for everybody who may see them: kept in this process until something in their scope changes.
 * The key says all that `load` depends on. The value is shared, so nobody may change it.
 */
export async function kept<Value extends object>(
	key: string,
	scope: Scope,
	load: () => Promise<Value>,
): Promise<Value> {
	if (!hearsOthers()) return load();
	const found = entries.get(key);
	if (found && isUnchanged(found)) return found.value as Value;
	const generation = generationNow();
	const value = await load();
	entries.set(key, { ...scope, generation, value });
	return value;
}
