import { createHash } from "node:crypto";
import {
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	statfsSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { checkFramework } from "./framework.mjs";
import { Failure, root, run, say, step, tool } from "./steps.mjs";

/** npm writes it last. */
const INSTALLED = "node_modules/.package-lock.json";
const GENERATED = "app/platform/prisma";
const GENERATED_FROM = [
	"package-lock.json",
	"prisma.config.ts",
	"prisma/schema.prisma",
];
const BUILT = "build/.made-from";
const BUILT_FROM = [
	"app",
	"package-lock.json",
	"package.json",
	"prisma",
	"public",
	"remix.config.js",
	"tsconfig.json",
	"vite.config.ts",
];

// Not `npm ci`: it refuses a lock file without other machines' optional packages, as npm writes it from some mirrors.
const INSTALL = [
	"install",
	"--no-save",
	"--include=dev",
	"--ignore-scripts",
	"--no-audit",
	"--no-fund",
	"--fetch-retry-mintimeout=1000",
	"--fetch-retry-maxtimeout=5000",
];
const PING = ["ping", "--fetch-retries=0", "--fetch-timeout=10000"];
// Needed below `npm run --silent`, which passes its own level on.
const SAY_WHY = "--loglevel=error";
const UNREACHABLE =
	/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/;

export async function install() {
	if (isInstalled()) return;
	const { npm_execpath: path = "" } = process.env;
	const npm = path.endsWith("npm-cli.js") ? [process.execPath, path] : ["npm"];
	await step("Installing the packages, once (a minute or two)", async () => {
		// Without a network npm would try every package for long; --offline fails at once or finds its cache.
		const { output } = await run([...npm, ...PING, SAY_WHY]);
		const from = UNREACHABLE.test(output) ? "--offline" : "--prefer-offline";
		rmSync(`${root}node_modules`, { recursive: true, force: true });
		const words = [...INSTALL, from, SAY_WHY];
		try {
			await must([...npm, ...words], "The packages cannot be installed");
		} catch (error) {
			rmSync(root + INSTALLED, { force: true });
			throw error;
		}
	});
}

export async function generate() {
	await unlessDone(`${GENERATED}/.made-from`, GENERATED_FROM, () =>
		step("Generating the database client", () =>
			must(
				tool("prisma", "generate"),
				"The database client cannot be generated",
			),
		),
	);
}

export async function build() {
	checkFramework();
	await generate();
	await unlessDone(BUILT, BUILT_FROM, () =>
		step("Building (half a minute)", () =>
			must(tool("remix", "vite:build"), "The build failed", {
				NODE_ENV: "production",
			}),
		),
	);
}

/** Keeps an existing build: a server may run from it, and would lose its files and meet newer migrations. */
export async function keepBuild() {
	if (!existsSync(root + BUILT) || !existsSync(root + INSTALLED)) {
		await install();
		await build();
	} else if (readFileSync(root + BUILT, "utf8") !== hashOf(BUILT_FROM))
		say("The sources are newer than the build that this uses: npm run build.");
}

function isInstalled() {
	try {
		const wanted = packagesOf("package-lock.json");
		const present = packagesOf(INSTALLED);
		return Object.entries(wanted).every(([path, { version, optional }]) => {
			if (path === "") return true;
			const found = present[path];
			return found ? found.version === version : optional === true;
		});
	} catch {
		return false;
	}
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
const packagesOf = (file) =>
	JSON.parse(readFileSync(root + file, "utf8")).packages;

/** Compares contents, not times. @param {string} mark @param {string[]} sources @param {() => Promise<void>} work */
async function unlessDone(mark, sources, work) {
	const now = hashOf(sources);
	try {
		if (readFileSync(root + mark, "utf8") === now) return;
	} catch {}
	rmSync(root + mark, { force: true });
	await work();
	writeFileSync(root + mark, now);
}

/** @param {string[]} sources */
function hashOf(sources) {
	const hash = createHash("sha256");
	for (const path of sources.flatMap(filesIn))
		hash
			.update(path)
			.update("\0")
			.update(readFileSync(root + path))
			.update("\0");
	return hash.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
	const found = statSync(root + path, { throwIfNoEntry: false });
	if (!found || path === GENERATED) return [];
	if (found.isFile()) return [path];
	return readdirSync(root + path)
		.sort()
		.flatMap((name) => filesIn(join(path, name)));
}

/** @type {[RegExp, string][]} */
const CAUSES = [
	[/ENOSPC|EDQUOT|No space left/, "the disk is full"],
	[/EACCES|EPERM|EROFS/, `no right to write in ${root}`],
	[UNREACHABLE, "the npm registry cannot be reached"],
];
const FULL_BELOW_BYTES = 1_000_000;

/** @param {string[]} command @param {string} failure @param {Record<string, string>} [env] */
async function must(command, failure, env) {
	const { code, output } = await run(command, { env });
	const { bavail, bsize } = statfsSync(root);
	// npm may succeed on a full disk, leaving files empty.
	const isDiskFull = bavail * bsize < FULL_BELOW_BYTES;
	if (code === 0 && !isDiskFull) return;
	const text = isDiskFull ? "ENOSPC" : output;
	const cause = CAUSES.find(([sign]) => sign.test(text));
	if (!cause) say(output.trim());
	throw new Failure(`${failure}: ${cause ? cause[1] : "see above"}.`);
}
