import { renewSkeletons } from "#app/accounts/skeletons.server.ts";
import type { Say } from "#app/platform/embedded-postgres.server.ts";
import { migrate } from "#app/platform/migrate.server.ts";
import { fillTitleTokens } from "#app/threads/title-tokens.server.ts";

export async function bringUpToDate(url: string, say: Say): Promise<void> {
	await migrate(url, say);
	await fillTitleTokens();
	await renewSkeletons();
}
