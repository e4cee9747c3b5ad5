import type { BrowserContext, Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import type { Language, Theme } from "#app/platform/language.ts";
import { changesSent } from "#app/platform/postgres/changes.server.ts";
import { workersChromium } from "#tests/support/chromium.ts";
import { cookieOf } from "#tests/support/requests.ts";
import type { Site } from "#tests/support/site.ts";

/** A visitor's browser; by default Chinese and not signed in. */
export type Visitor = {
	as?: { id: number } | null;
	javaScript?: boolean;
	language?: Language;
	theme?: Theme;
	width?: number;
	/** With touch instead of a mouse. */
	touch?: boolean;
};

/** Opens a page of the site in its own browser context, and waits until the page reacts. */
export type Open = (path: string, visitor?: Visitor) => Promise<Page>;

const HEIGHT = 900;
const PATIENCE_MS = 15_000;
const ACCEPTED = { zh: "zh-CN", en: "en-GB" };

// Tests cause answers of 4xx and 503 and lost connections; Chromium logs them as errors.
const ANSWERED =
	/the server responded with a status of (?:4\d\d|503)|net::ERR_INTERNET_DISCONNECTED/;

/**
 * Chromium for a file's tests. A test fails if a page complains: an error on the console or in a script, a violation of
 * the content security policy, a request to another host.
 */
export function useBrowser(site: Site): Open {
	const contexts: BrowserContext[] = [];
	const complaints: string[] = [];

	const watch = (page: Page) => {
		page.on("pageerror", (error) => complaints.push(String(error)));
		page.on("console", (message) => {
			if (message.type() === "error" && !ANSWERED.test(message.text()))
				complaints.push(`${page.url()}: ${message.text()}`);
		});
		page.on("request", (request) => {
			if (!/^(data|blob):/.test(request.url()) && !own(request.url()))
				complaints.push(`asked ${request.url()}`);
		});
	};
	const own = (url: string) => url.startsWith(`${site.url}/`);

	afterEach(async () => {
		for (const context of contexts.splice(0)) await context.close();
		expect(complaints.splice(0)).toEqual([]);
	});

	return async (path, visitor = {}) => {
		const { as = null, javaScript = true, language = "zh" } = visitor;
		const browser = await workersChromium();
		const context = await browser.newContext({
			baseURL: site.url,
			javaScriptEnabled: javaScript,
			locale: ACCEPTED[language],
			colorScheme: visitor.theme ?? "light",
			reducedMotion: "reduce",
			hasTouch: visitor.touch ?? false,
			viewport: { width: visitor.width ?? 1280, height: HEIGHT },
		});
		context.setDefaultTimeout(PATIENCE_MS);
		contexts.push(context);
		if (!javaScript) scriptless.add(context);
		context.on("page", watch);
		await context.addInitScript(() => {
			addEventListener("securitypolicyviolation", (event) =>
				console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
			);
		});
		const [name, value] = (await cookieOf(as)).split("=", 2);
		if (name && value)
			await context.addCookies([{ name, value, url: site.url }]);
		const page = await context.newPage();
		// By now the site's page cache knows the test's own changes.
		await changesSent();
		await page.goto(path);
		await answers(page);
		return page;
	};
}

const scriptless = new WeakSet<BrowserContext>();

export const runsScripts = (page: Page) => !scriptless.has(page.context());

/** Resolves once the page's scripts, if any, have taken over: before that a click would load a document. */
export async function answers(page: Page): Promise<void> {
	if (!runsScripts(page)) return;
	await page.waitForFunction(() =>
		Object.keys(document.querySelector("body > footer") ?? {}).some((key) =>
			key.startsWith("__reactProps"),
		),
	);
}

/** Counts the documents that a page loads from now on. */
export function countDocuments(page: Page): () => number {
	let documents = 0;
	page.on("request", (request) => {
		if (request.isNavigationRequest()) documents += 1;
	});
	return () => documents;
}
