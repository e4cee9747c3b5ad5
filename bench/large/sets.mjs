import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import {
	makeDataDir,
	recount,
	removeDataDir,
	startServer,
} from "../server.mjs";
import { putLargeSet, SIZES } from "./fill.mjs";

/** @typedef {keyof typeof SIZES} Size */
/** @typedef {{ dataDir: string } | { databaseUrl: string }} Place */
/** @typedef {Record<Size, Place>} Places */
/** @typedef {(close: () => Promise<unknown>) => void} AtEnd Takes what is to be done in the end. */

const root = fileURLToPath(new URL("../../", import.meta.url));
const kept = join(root, ".cache/bench-large");
/** The desk shows replies of the last weeks, so a set gets too old. */
const KEPT_MS = 7 * 24 * 3_600_000;
/** Written last into a complete set's data directory. */
const STAMP = "filled";

/** A hash of the set's sources: when it changes, the set is made again. */
function keyOf() {
	const hash = createHash("sha256");
	/** @param {string} path */
	const read = (path) => hash.update(readFileSync(join(root, path)));
	for (const name of readdirSync(join(root, "bench/large")).sort())
		if (/^fill\.mjs$|^(?!facts).+\.sql$/.test(name))
			read(`bench/large/${name}`);
	for (const name of ["chinese.mjs", "crowd.mjs"]) read(`bench/${name}`);
	for (const name of readdirSync(join(root, "prisma/migrations")).sort())
		if (/^\d/.test(name)) read(`prisma/migrations/${name}/migration.sql`);
	const renderer = readFileSync(join(root, "app/markdown/render.server.ts"));
	hash.update(String(/RENDERER_VERSION = \d+/.exec(String(renderer))));
	return hash.digest("hex").slice(0, 16);
}

/**
 * Both sets, each in a copy that the run may change. They are made once and kept for a week.
 * @param {AtEnd} atEnd @param {(line: string) => void} say @returns {Promise<Places>}
 */
export async function copyKeptSets(atEnd, say) {
	const folder = join(kept, keyOf());
	for (const name of existsSync(kept) ? readdirSync(kept) : [])
		if (!folder.endsWith(name))
			for (const size of readdirSync(join(kept, name)))
				removeDataDir(join(kept, name, size));
	/** @param {Size} size */
	const copy = async (size) => {
		const from = join(folder, size);
		const stamp = join(from, STAMP);
		const isFresh =
			existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < KEPT_MS;
		if (!isFresh) await make(size, from, say);
		say(`Copying the ${size} set …`);
		const dataDir = makeDataDir();
		atEnd(async () => removeDataDir(dataDir));
		const place = realpathSync(join(from, "postgres"));
		execFileSync("cp", ["-a", place, join(dataDir, "postgres")]);
		return { dataDir };
	};
	return { small: await copy("small"), large: await copy("large") };
}

/** @param {Size} size @param {string} dataDir @param {(line: string) => void} say */
async function make(size, dataDir, say) {
	removeDataDir(dataDir);
	mkdirSync(dataDir, { recursive: true });
	say(`Making the ${size} set, once …`);
	const server = await startServer({ dataDir });
	try {
		await putLargeSet(await server.database(), SIZES[size], say);
		const [wrong] = recount({ dataDir });
		if (wrong) throw new Error(wrong);
	} finally {
		await server.stop();
	}
	writeFileSync(join(dataDir, STAMP), "");
}

/**
 * Both sets, as clones on a PostgreSQL server that has the databases `large` and `small`.
 * @param {string} url of a database there that is neither @param {AtEnd} atEnd @returns {Promise<Places>}
 */
export async function cloneSets(url, atEnd) {
	const admin = new pg.Client({ connectionString: url });
	await admin.connect();
	atEnd(() => admin.end());
	/** @param {Size} size */
	const clone = async (size) => {
		const name = `${size}_bench_${process.pid}`;
		atEnd(() => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
		await admin.query(
			`CREATE DATABASE ${name} TEMPLATE ${size} STRATEGY FILE_COPY`,
		);
		const address = new URL(url);
		address.pathname = `/${name}`;
		return { databaseUrl: address.href };
	};
	return { small: await clone("small"), large: await clone("large") };
}
