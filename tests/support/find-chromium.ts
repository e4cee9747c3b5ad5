import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** The path of the tests' browser. */
		chromiumPath: string;
	}
}

const INSTALLED = "/usr/bin/chromium";

const starts = (path: string) =>
	promisify(execFile)(path, ["--version"]).then(
		() => true,
		() => false,
	);

/** CHROMIUM_PATH, else the npm package's, which draws no window and takes a quarter of the time, else the machine's. */
async function executablePath(): Promise<string> {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	const packaged = await import("@sparticuz/chromium");
	const path = await packaged.default.executablePath().catch(() => "");
	return path !== "" && (await starts(path)) ? path : INSTALLED;
}

/** Runs once for all workers: a worker could take a half-unpacked package for complete. */
export default async function setup(project: TestProject) {
	project.provide("chromiumPath", await executablePath());
}
