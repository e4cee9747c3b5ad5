import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { createCourse, nameRole } from "#app/courses/commands.server.ts";
import { editReply } from "#app/replies/commands.server.ts";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	person,
} from "#tests/support/cast.ts";
import { cookieOf } from "#tests/support/requests.ts";
import { useSite } from "#tests/support/site.ts";

const site = useSite();
const open = useBrowser(site);
const COURSE = "/courses/forum";

let instructor: Person;
let reply: { id: number };

// Everything that people wrote is English here, so that any Chinese on an English page is the interface's.
beforeAll(async () => {
	const course = await createCourse({
		slug: "forum",
		title: "Reading models",
		description: "Ten lessons.",
	});
	instructor = await person("gardner", "Gardner", "instructor");
	const learner = await person("louise", "Louise", "learner");
	for (const { handle, role } of [instructor, learner])
		if (role) await nameRole(course.id, handle, role);
	const lesson = await makeLesson(course, {
		title: "Emergence",
		source: "A paragraph.\n\n## Thinking questions\n\nOne more.",
		questions: ["Is the step real?"],
	});
	reply = await makeReply(course, lesson.threadId, instructor, {
		body: "Yes and no.",
	});
	await makeReply(course, lesson.threadId, learner, {
		body: "Which?",
		parentId: reply.id,
	});
	await editReply(reply, {
		by: instructor,
		course,
		body: "Mostly no.",
		version: 1,
	});
	await makeThread(course, learner, { title: "A topic", body: "Say." });
	await makeThread(course, instructor, {
		kind: "announcement",
		title: "Welcome",
		body: "Read.",
	});
});

/** Text, and what is read out or shown on hovering, without what is marked as being in another language. */
const said = (page: Page) =>
	page.evaluate(() => {
		const texts = [document.title];
		const collect = (node: Node) => {
			if (node instanceof Text) texts.push(node.data);
			if (!(node instanceof Element)) return;
			const { lang } = document.documentElement;
			if (
				node.closest("[lang]")?.getAttribute("lang") !== lang ||
				node.matches("script, style")
			)
				return;
			for (const name of ["title", "aria-label", "placeholder", "alt"])
				texts.push(node.getAttribute(name) ?? "");
			node.childNodes.forEach(collect);
		};
		collect(document.body);
		return texts.map((text) => text.trim()).filter(Boolean);
	});

const LEAK =
	/undefined|\[object|=>|\bNaN\b|^(?:threads|lessons|courses|forms|errors|imports)\.\w/;
const HAN = /\p{Script=Han}|[，。：；？！「」（）]/u;
/** Chinese words that English pages say on purpose: a language's own name, the heading that an import looks for. */
const NAMED = /中文|思考题/g;

const pages = () => [
	"/",
	"/sign-in",
	"/sign-up",
	"/settings",
	"/settings/password",
	"/people/gardner",
	"/people/louise",
	"/courses/new",
	"/no-such-page",
	COURSE,
	...[
		"edit",
		"members",
		"import",
		"lessons/new",
		"lessons/1",
		"lessons/1/edit",
		"threads",
		"threads/new",
	].map((path) => `${COURSE}/${path}`),
	...["1", "1?sort=newest", "2", "3", "3/edit", "3/replies", "4"].map(
		(path) => `${COURSE}/threads/${path}`,
	),
	...["edit", "history", "pin", "vote", "removal"].map(
		(act) => `${COURSE}/replies/${reply.id}/${act}`,
	),
];

describe("every page speaks the reader's language", () => {
	test.each(["en", "zh"] as const)("%s", async (language) => {
		for (const as of [null, instructor]) {
			const page = await open("/", { as, language, javaScript: false });
			for (const path of pages()) {
				await page.goto(path);
				const lang = await page.locator("html").getAttribute("lang");
				expect(lang, path).toBe({ en: "en", zh: "zh-CN" }[language]);
				const texts = await said(page);
				expect(
					texts.filter((text) => LEAK.test(text)),
					path,
				).toEqual([]);
				const chinese = texts.filter((text) =>
					HAN.test(text.replace(NAMED, "")),
				);
				if (language === "en") expect(chinese, path).toEqual([]);
				else expect(chinese.length, path).toBeGreaterThan(5);
			}
		}
	});
});

describe("the language is", () => {
	const langOf = async (headers: Record<string, string>) => {
		const response = await fetch(site.url, { headers });
		return /<html lang="([^"]+)"/.exec(await response.text())?.[1];
	};

	test("the browser's, and Chinese where that is neither", async () => {
		expect(await langOf({ "Accept-Language": "en-GB,en;q=0.9" })).toBe("en");
		expect(await langOf({ "Accept-Language": "fr,en;q=0.3,zh;q=0.5" })).toBe(
			"zh-CN",
		);
		expect(await langOf({ "Accept-Language": "fr" })).toBe("zh-CN");
		expect(await langOf({})).toBe("zh-CN");
	});

	test("the one chosen in this browser before the one it asks for", async () => {
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

	test("the account's before both", async () => {
		const as = await person("martha", "Martha", null);
		const page = await open("/settings", {
			as,
			language: "en",
			javaScript: false,
		});
		await page.getByLabel(en.accounts.language).selectOption("zh");
		await page.getByLabel(en.accounts.theme).selectOption("dark");
		await page.getByRole("button", { name: en.accounts.save }).click();
		await page.getByText(zh.accounts.saved).waitFor();
		const cookie = `${await cookieOf(as)}; language=en; theme=light`;
		const elsewhere = await fetch(site.url, {
			headers: { Cookie: cookie, "Accept-Language": "en" },
		});
		expect(await elsewhere.text()).toContain(
			'<html lang="zh-CN" data-theme="dark"',
		);
	});
});

test("a theme that a visitor chooses stays, with and without JavaScript", async () => {
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
