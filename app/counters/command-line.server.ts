import { compareCounters, repair } from "#app/counters/drift.server.ts";
import type { Drift } from "#app/counters/recount.server.ts";
import { StartError } from "#app/platform/env.server.ts";

export const RECOUNT_USAGE = "npm run recount -- [--repair]";

/** Counters count in others, so a repair can cause another. */
const PASSES = 5;

const inWords = ({ table, id, column, kept, counted }: Drift) =>
	`${table} ${id}: ${column} is ${kept}, counted ${counted}`;

/** One line on stdout for each difference. Returns 1 where some remain. @throws StartError */
export async function recountCommand(words: string[]): Promise<number> {
	const repairs = words.includes("--repair");
	if (words.some((word) => word !== "--repair"))
		throw new StartError(RECOUNT_USAGE);
	for (let pass = 1; ; pass += 1) {
		const drifted = await compare(repairs);
		if (drifted === 0) return 0;
		if (!repairs || pass === PASSES) return 1;
	}
}

async function compare(repairs: boolean): Promise<number> {
	let drifted = 0;
	await compareCounters({
		async onDrift(drift) {
			drifted += 1;
			if (repairs) await repair(drift);
			process.stdout.write(`${inWords(drift)}${repairs ? ", repaired" : ""}\n`);
		},
	});
	process.stderr.write(
		`${drifted} ${drifted === 1 ? "counter differs" : "counters differ"} from the rows.\n`,
	);
	return drifted;
}
