import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** The path of the tests' browser. */
		chromiumPath: string;
	}
}

const INSTALLED = "/usr/bin/chromium";

/** CHROMIUM_PATH, else the machine's Chromium, else the npm package's. */
async function executablePath(): Promise<string> {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	if (existsSync(INSTALLED)) return INSTALLED;
	const packaged = await import("@sparticuz/chromium");
	return packaged.default.executablePath();
}

/** Runs once for all workers: a worker could take a half-unpacked package for complete. */
export default async function setup(project: TestProject) {
	project.provide("chromiumPath", await executablePath());
}
