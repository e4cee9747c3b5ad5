import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = "/usr/bin/chromium";

// Without the background ones a closed network refuses Chromium's own connections by the dozen.
const FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/** The Chromium of CHROMIUM_PATH, else the machine's, else one that comes as an npm package. */
async function executablePath(): Promise<string> {
	if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
	if (existsSync(INSTALLED)) return INSTALLED;
	const packaged = await import("@sparticuz/chromium");
	return packaged.default.executablePath();
}

/** Starts the browser of the tests. */
export const launchChromium = async (): Promise<Browser> =>
	chromium.launch({ executablePath: await executablePath(), args: FLAGS });
