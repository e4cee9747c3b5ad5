import { StartError } from "#app/platform/env.server.ts";
import { indexAll } from "#app/search/indexing.server.ts";

export const REINDEX_USAGE = "npm run reindex";

const STEP = 1000;

/** Search goes on meanwhile. @throws StartError */
export async function reindexCommand(words: string[]): Promise<number> {
	if (words.length > 0) throw new StartError(REINDEX_USAGE);
	await indexAll({
		everything: true,
		onProgress(of, done, all) {
			if (done === all || done % STEP === 0)
				process.stderr.write(`${of}: ${done} of ${all}\n`);
		},
	});
	return 0;
}
