import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** Where the browser of the tests is. */
		chromiumPath: string;
	}
}

const INSTALLED = "/usr/bin/chromium";

/** The Chromium of CHROMIUM_PATH, else the machine's, else one that comes as an npm package. */
async function executablePath(): Promise<string> {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	if (existsSync(INSTALLED)) return INSTALLED;
	const packaged = await import("@sparticuz/chromium");
	return packaged.default.executablePath();
}

/** Once for all workers: while one unpacks that of the package, another would take it for whole. */
export default async function setup(project: TestProject) {
	project.provide("chromiumPath", await executablePath());
}
