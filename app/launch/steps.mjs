import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A foreseen reason to give up; only its message is shown. */
export class Failure extends Error {}

/** On stderr: stdout holds a command's result. @param {unknown} line */
export const say = (line) => console.error(line);

const STILL_AT_IT_MS = 15_000;

/** @param {string} doing @param {() => Promise<unknown>} work */
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
 * A signal to this process goes on to the program, and ends this process after it. `isShown`: `output` is empty.
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, isShown?: boolean }} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
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
			// A terminal sends Ctrl+C to both.
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

/** Run by this same Node. @param {string} name @param {...string} words */
export const tool = (name, ...words) => [
	process.execPath,
	`${root}node_modules/.bin/${name}`,
	...words,
];
