import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

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

let browser: Promise<Browser> | undefined;

/** The browser of this worker: each visitor of its files is a context of its own in it. It ends with the worker. */
export function workersChromium(): Promise<Browser> {
	browser ??= chromium.launch({
		executablePath: inject("chromiumPath"),
		args: FLAGS,
	});
	return browser;
}
