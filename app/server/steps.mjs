import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A foreseen reason to give up: its message is the one line to show. */
export class Failure extends Error {}

/**
 * Tells the person who waits; on stderr, so that stdout holds a command's result alone.
 * @param {unknown} line
 */
export const say = (line) => console.error(line);

const STILL_AT_IT_MS = 15_000;

/**
 * Does something that takes a while, and says so.
 * @param {string} doing @param {() => Promise<unknown>} work
 */
export async function step(doing, work) {
	const start = Date.now();
	const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
	say(`${doing} …`);
	const timer = setInterval(
		() => say(`  … still at it after ${seconds()}`),
		STILL_AT_IT_MS,
	);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
	say(`  … done in ${seconds()}`);
}

/**
 * Runs a program to its end; a signal sent to this process goes on to it, and ends this process after it.
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, isShown?: boolean }} [options] shown: it writes to our own stdout and stderr
 * @returns {Promise<{ code: number | null, output: string }>} `output` is empty if shown
 */
export function run([program = "", ...words], { env, isShown = false } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, words, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: isShown ? "inherit" : ["ignore", "pipe", "pipe"],
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr])
			stream?.setEncoding("utf8").on("data", (text) => {
				output += text;
			});
		/** @type {"SIGINT" | "SIGTERM" | undefined} */
		let received;
		const pass = (/** @type {"SIGINT" | "SIGTERM"} */ signal) => {
			received = signal;
			// A terminal sends Ctrl+C to both by itself.
			if (signal === "SIGTERM" || !process.stdin.isTTY) child.kill(signal);
		};
		process.on("SIGINT", pass).on("SIGTERM", pass);
		child.once("error", reject);
		child.once("close", (code) => {
			process.off("SIGINT", pass).off("SIGTERM", pass);
			if (received) process.exit(128 + constants.signals[received]);
			resolve({ code, output });
		});
	});
}

/**
 * A program of an installed package, run by this same Node.
 * @param {string} name @param {...string} words
 */
export const tool = (name, ...words) => [
	process.execPath,
	`${root}node_modules/.bin/${name}`,
	...words,
];
