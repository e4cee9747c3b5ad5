import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { createCourse } from "#app/courses/commands.server.ts";
import { nameRole } from "#app/members/commands.server.ts";
import { LOCALE } from "#app/platform/i18n/language.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	person,
} from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
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
/** What English pages say in Chinese on purpose: both names of the site, a language's own, the heading that an import looks for. */
const NAMED = /研讨 · Seminar|中文|思考题/g;

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

test.each(["en", "zh"] as const)(
	"every page is in %s alone",
	async (language) => {
		for (const as of language === "en" ? [null, instructor] : [instructor]) {
			const page = await open("/", { as, language, javaScript: false });
			for (const path of pages()) {
				await page.goto(path);
				const given = await page.locator("html").getAttribute("lang");
				expect(given, path).toBe(LOCALE[language]);
				const texts = await said(page);
				const leaks = texts.filter((text) => LEAK.test(text));
				expect(leaks, path).toEqual([]);
				const chinese = texts.filter((text) =>
					HAN.test(text.replace(NAMED, "")),
				);
				if (language === "en") expect(chinese, path).toEqual([]);
				else expect(chinese.length, path).toBeGreaterThan(10);
			}
		}
	},
);
