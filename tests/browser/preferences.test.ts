import { describe, expect, test } from "vitest";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { person } from "#tests/support/cast.ts";
import { cookieOf } from "#tests/support/requests.ts";
import { useSite } from "#tests/support/site.ts";

const site = useSite();
const open = useBrowser(site);

describe("the language", () => {
	const langOf = async (headers: Record<string, string>) => {
		const response = await fetch(site.url, { headers });
		return /<html lang="([^"]+)"/.exec(await response.text())?.[1];
	};

	test("is the browser's, or Chinese if that is neither", async () => {
		expect(await langOf({ "Accept-Language": "en-GB,en;q=0.9" })).toBe("en");
		expect(await langOf({ "Accept-Language": "fr,en;q=0.3,zh;q=0.5" })).toBe(
			"zh-CN",
		);
		expect(await langOf({ "Accept-Language": "fr" })).toBe("zh-CN");
		expect(await langOf({})).toBe("zh-CN");
	});

	test("is the one chosen in this browser before the one it asks for", async () => {
		expect(
			await langOf({ "Accept-Language": "en", Cookie: "language=zh" }),
		).toBe("zh-CN");
		expect(
			await langOf({ "Accept-Language": "zh", Cookie: "language=en" }),
		).toBe("en");
		expect(
			await langOf({ "Accept-Language": "en", Cookie: "language=xx" }),
		).toBe("en");
	});

	test("is the account's before both", async () => {
		const as = await person("martha", "Martha", null);
		const page = await open("/settings", {
			as,
			language: "en",
			javaScript: false,
		});
		await page.getByLabel(en.settings.language).selectOption("zh");
		await page.getByLabel(en.settings.theme).selectOption("dark");
		await page.getByRole("button", { name: en.settings.save }).click();
		await page.getByText(zh.settings.saved).waitFor();
		const cookie = `${await cookieOf(as)}; language=en; theme=light`;
		const elsewhere = await fetch(site.url, {
			headers: { Cookie: cookie, "Accept-Language": "en" },
		});
		expect(await elsewhere.text()).toContain(
			'<html lang="zh-CN" data-theme="dark"',
		);
	});
});

test("a visitor's theme stays, with and without JavaScript", async () => {
	const page = await open("/", { theme: "light" });
	const ground = () =>
		page.evaluate(
			() => getComputedStyle(document.documentElement).backgroundColor,
		);
	const light = await ground();
	await page.getByRole("button", { name: zh.footer.themes.dark }).click();
	await page.locator("html[data-theme=dark]").waitFor();
	const dark = await ground();
	expect(dark).not.toBe(light);
	await page.goto("/sign-in");
	expect(await ground()).toBe(dark);
	await page.emulateMedia({ colorScheme: "dark" });
	await page.getByRole("button", { name: zh.footer.themes.light }).click();
	await page.locator("html[data-theme=light]").waitFor();
	expect(await ground()).toBe(light);
	await page.getByRole("button", { name: zh.footer.themes.system }).click();
	await page.locator("html:not([data-theme])").waitFor();
	expect(await ground()).toBe(dark);
});
