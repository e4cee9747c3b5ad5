import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	readlink,
	realpath,
	rename,
	rm,
	stat,
	symlink,
	writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { StartError } from "#app/platform/env.server.ts";
import {
	type Account,
	giveTo,
	postgresAccount,
	programsFor,
	run,
	runAs,
} from "#app/platform/postgres/programs.server.ts";
import { reasonAt } from "#app/platform/reason.server.ts";

export type Cluster = {
	programs: string;
	/** Without symbolic links. */
	data: string;
	password: string;
	account: Account;
};

// DATA_DIR/postgres is made under another name and renamed when complete, so that an interrupted start leaves nothing
// half made and one of two starts comes first. Root's belongs to the account that runs PostgreSQL; where that account
// cannot enter DATA_DIR (a checkout below /root), it is a link to a folder below ELSEWHERE.
const ELSEWHERE = "/var/lib";

/** @throws StartError where this machine or this user cannot have one */
export async function openCluster(
	dataDir: string,
	say: (line: string) => void,
): Promise<Cluster> {
	const home = join(dataDir, "postgres");
	await makeFolder(dataDir);
	if (!existsSync(home)) {
		say("Setting up the database, once …");
		await makeHome(home, say);
	}
	const place = await realpath(home);
	const data = join(place, "data");
	const owner = await stat(data);
	const account =
		process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : null;
	return {
		programs: await programsFor(account, place),
		data,
		password: await readFile(join(place, "password"), "utf8"),
		account,
	};
}

/** Node's own `mkdir -p` never returns where a file system takes no folders, as /proc. */
async function makeFolder(path: string): Promise<void> {
	if (existsSync(path)) return;
	await makeFolder(dirname(path));
	await mkdir(path).catch((error) => {
		if (error.code === "EEXIST") return;
		throw error.code === "ENOENT"
			? new Error("no folder can be made there")
			: error;
	});
}

async function makeHome(home: string, say: (line: string) => void) {
	const dataDir = dirname(home);
	await clearUnfinished(dataDir);
	const account = await postgresAccount();
	const draft = `${home}.${process.pid}`;
	const isLink = !canEnter(account, dataDir);
	if (isLink) await symlink(await placeElsewhere(dataDir, say), draft);
	else await mkdir(draft, { mode: 0o700 });
	try {
		await initialise(await realpath(draft), account);
		if (isLink) await symlink(await readlink(draft), home);
		else await rename(draft, home);
		if (isLink) await rm(draft);
	} catch (error) {
		await clear(draft);
		const isOthers = existsSync(home);
		if (!isOthers) throw error;
	}
}

const canEnter = (account: Account, folder: string) =>
	!account || spawnSync("test", ["-x", folder], runAs(account)).status === 0;

async function placeElsewhere(dataDir: string, say: (line: string) => void) {
	const why = `${dataDir} is closed to the user who runs PostgreSQL`;
	try {
		const place = await mkdtemp(join(ELSEWHERE, "seminar-"));
		say(`${why}, so the database is kept in ${place}.`);
		return place;
	} catch {
		throw new StartError(`${why}: set DATA_DIR to a folder open to all.`);
	}
}

async function initialise(place: string, account: Account) {
	const passwordFile = join(place, "password");
	const password = randomBytes(24).toString("base64url");
	await writeFile(passwordFile, password, { mode: 0o600 });
	await giveTo(account, place);
	const programs = await programsFor(account, place);
	const options = [
		`--pgdata=${join(place, "data")}`,
		`--pwfile=${passwordFile}`,
		"--username=seminar",
		"--auth=scram-sha-256",
		"--encoding=UTF8",
		"--locale=C",
		"--locale-provider=icu",
		"--icu-locale=und",
		"--no-clean",
	];
	try {
		await run(join(programs, "bin/initdb"), options, runAs(account));
	} catch (error) {
		const message = error instanceof Error ? error.message : "";
		const problem = /(?:error|FATAL): *(.+)/.exec(message)?.[1] ?? message;
		const reason = await reasonAt(place, problem);
		throw new StartError(
			`The database cannot be set up in ${place}: ${reason}.`,
		);
	}
}

async function clearUnfinished(dataDir: string) {
	for (const name of await readdir(dataDir)) {
		const pid = Number(/^postgres\.(\d+)$/.exec(name)?.[1]);
		if (pid && (pid === process.pid || !isAlive(pid)))
			await clear(join(dataDir, name));
	}
}

async function clear(draft: string) {
	const place = await realpath(draft).catch(() => draft);
	await rm(place, { recursive: true, force: true });
	await rm(draft, { force: true });
}

/** True for another user's process too. */
export function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
