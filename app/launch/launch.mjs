// What the npm scripts call. No dependencies: it runs before anything is installed. The server runs in this same
// process, so that there is one to stop.
import { pathToFileURL } from "node:url";
import { checkFramework } from "./framework.mjs";
import { build, generate, install, keepBuild } from "./prepare.mjs";
import { Failure, root, say } from "./steps.mjs";

/** @type {Record<string, (command: string, words: string[]) => Promise<unknown>>} */
const commands = {
	demo: serve,
	start: serve,
	import: beside,
	owner: beside,
	backup: beside,
	restore: beside,
	jobs: beside,
	recount: beside,
	reindex: beside,
	async build() {
		await install();
		await build();
	},
	async bench(_, words) {
		await install();
		await build();
		process.env.NODE_ENV = "production";
		const folder = words.includes("--large") ? "bench/large" : "bench";
		await import(inProject(`${folder}/run.mjs`));
	},
	async dev(_, words) {
		await install();
		checkFramework();
		await generate();
		process.env.NODE_ENV = "development";
		const { dev } = await import("./dev.mjs");
		await dev(words);
	},
	async check() {
		await install();
		const { check } = await import("./checks.mjs");
		await check();
	},
	async test() {
		await install();
		const { test } = await import("./checks.mjs");
		await test();
	},
};

/** @param {string} command @param {string[]} words */
async function serve(command, words) {
	await install();
	await build();
	await runBuilt(command, words);
}

/** For work beside a running server. @param {string} command @param {string[]} words */
async function beside(command, words) {
	await keepBuild();
	await runBuilt(command, words);
}

/** @param {string} command @param {string[]} words */
async function runBuilt(command, words) {
	checkFramework();
	process.env.NODE_ENV = "production";
	const { main } = await import(inProject("build/server/index.js"));
	await main([command, ...words]);
}

/** @param {string} path */
const inProject = (path) => pathToFileURL(root + path).href;

async function launch() {
	const [command = "", ...words] = process.argv.slice(2);
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	if (major < 20 || (major === 20 && minor < 19))
		throw new Failure(
			`Seminar needs Node 20.19 or newer; this is ${process.versions.node}.`,
		);
	const run = commands[command];
	if (!run)
		throw new Failure(
			`Unknown command "${command}": one of ${Object.keys(commands).join(", ")}.`,
		);
	process.env.INIT_CWD ??= process.cwd();
	process.chdir(root);
	await run(command, words);
}

launch().catch((error) => {
	const isForeseen = error instanceof Failure || error?.name === "StartError";
	say(isForeseen ? error.message : error);
	process.exit(1);
});
