import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { restoreBackup } from "#app/backup/restore.server.ts";
import { writeBackup } from "#app/backup/write.server.ts";
import { env, StartError } from "#app/platform/env.server.ts";
import type { Say } from "#app/platform/postgres/embedded.server.ts";

export const BACKUP_USAGE = "npm run backup -- FILE [--replace]";
export const RESTORE_USAGE = "npm run restore -- FILE [--replace] [--sign-out]";

/** `npm run backup -- FILE`; FILE must be new. Returns the exit code. @throws StartError */
export async function backupCommand(
	words: string[],
	url: string,
	say: Say,
): Promise<number> {
	const options = { replace: { type: "boolean", default: false } } as const;
	const { path, values } = wordsOf(words, options, BACKUP_USAGE);
	if (!values.replace && existsSync(path))
		throw new StartError(
			`There is a file ${path} already: --replace puts the backup in its place.`,
		);
	const bytes = await writeBackup(url, path, say);
	say(`${path} holds the backup: ${(bytes / 1e6).toFixed(1)} MB.`);
	return 0;
}

/** `npm run restore -- FILE`. Returns the exit code. @throws StartError */
export async function restoreCommand(
	words: string[],
	url: string,
	say: Say,
): Promise<number> {
	const options = {
		replace: { type: "boolean", default: false },
		"sign-out": { type: "boolean", default: false },
	} as const;
	const { path, values } = wordsOf(words, options, RESTORE_USAGE);
	const { replace, "sign-out": signOut } = values;
	const madeAt = await restoreBackup(url, path, { replace, signOut, say });
	say(`The database is what it was at ${madeAt}.`);
	return 0;
}

function wordsOf<Options extends NonNullable<ParseArgsConfig["options"]>>(
	args: string[],
	options: Options,
	usage: string,
) {
	try {
		const { values, positionals } = parseArgs({
			args,
			options,
			allowPositionals: true,
		});
		const [file, ...rest] = positionals;
		if (file && !rest.length)
			return { values, path: resolve(env.INIT_CWD, file) };
	} catch (error) {
		const message = error instanceof Error ? error.message : error;
		throw new StartError(`${message}\n${usage}`);
	}
	throw new StartError(usage);
}
