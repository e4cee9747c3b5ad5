import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

// On a closed network, Chromium's background connections fail by the dozen.
const FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

let browser: Promise<Browser> | undefined;

/** This worker's browser; each visitor has a context of its own. It ends with the worker. */
export function workersChromium(): Promise<Browser> {
	browser ??= chromium.launch({
		executablePath: inject("chromiumPath"),
		args: FLAGS,
	});
	return browser;
}
